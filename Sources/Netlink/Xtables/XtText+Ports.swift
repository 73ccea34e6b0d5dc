extension XtText {
  static func addTCP(_ info: [UInt8], to clauses: inout [Clause]) {
    addPorts("-m tcp", info, inverted: info[11], to: &clauses)
    guard info[9] != 0 else { return }  // flg_mask
    let words = "\(not(info[11] & 4))--tcp-flags \(flags(info[9])) \(flags(info[10]))"
    clauses.append(Clause(.other, words))
  }

  private static func flags(_ value: UInt8) -> String {
    let names = ["FIN", "SYN", "RST", "PSH", "ACK", "URG"]
    let set = names.indices.filter { value & 1 << UInt8($0) != 0 }.map { names[$0] }
    return set.isEmpty ? "NONE" : set.joined(separator: ",")
  }

  /// `struct xt_tcp` and `xt_udp` begin alike: two ranges of ports in host order.
  static func addPorts(
    _ name: String, _ info: [UInt8], inverted: UInt8, to clauses: inout [Clause]
  ) {
    clauses.append(Clause(.other, name))
    if let range = portRange(info, 0) {
      clauses.append(clause(.sourcePort, "--sport", range, isInverted: inverted & 1 != 0))
    }
    if let range = portRange(info, 4) {
      clauses.append(clause(.destinationPort, "--dport", range, isInverted: inverted & 2 != 0))
    }
  }

  /// An option that says one thing of a packet.
  static func clause(
    _ role: Clause.Role, _ option: String, _ value: String, isInverted: Bool
  ) -> Clause {
    let words = isInverted ? "! " + option : option
    return Clause(role, words, value: value, isInverted: isInverted)
  }

  private static func portRange(_ info: [UInt8], _ offset: Int) -> String? {
    let low = half(info, offset)
    let high = half(info, offset + 2)
    if low == 0 && high == 0xffff { return nil }
    return low == high ? low.description : "\(low):\(high)"
  }

  /// `struct xt_multiport_v1`
  static func multiport(_ info: [UInt8]) -> Clause {
    let roles: [Clause.Role] = [.sourcePort, .destinationPort, .other]
    let words = ["--sports", "--dports", "--ports"]
    let kind = min(2, Int(info[0]))
    var ports = ""
    for index in 0..<min(15, Int(info[1])) {
      let isRangeEnd = index > 0 && info[32 + index - 1] != 0
      if index > 0 { ports += isRangeEnd ? ":" : "," }
      ports += "\(half(info, 2 + index * 2))"
    }
    return Clause(
      roles[kind], "-m multiport \(not(info[47]))\(words[kind])", value: ports,
      isInverted: info[47] != 0)
  }
}
