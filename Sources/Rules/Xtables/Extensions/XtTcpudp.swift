import Netlink

/// `xt_tcpudp`: ports, and TCP's flags.
extension XtExtension {
  /// `struct xt_tcp`
  func addTCP(to clauses: inout [Clause]) {
    addPorts("-m tcp", inverted: info[11], to: &clauses)
    guard info[9] != 0 else { return }  // flg_mask
    let words = "\(not(info[11] & 4 != 0))--tcp-flags \(tcpFlags(info[9])) \(tcpFlags(info[10]))"
    clauses.append(Clause(.other, words))
  }

  /// `struct xt_udp`
  func addUDP(to clauses: inout [Clause]) {
    addPorts("-m udp", inverted: info[8], to: &clauses)
  }

  private func tcpFlags(_ value: UInt8) -> String {
    let names = ["FIN", "SYN", "RST", "PSH", "ACK", "URG"]
    let set = names.indices.filter { value & 1 << UInt8($0) != 0 }.map { names[$0] }
    return set.isEmpty ? "NONE" : set.joined(separator: ",")
  }

  /// Both structs begin alike: two ranges of ports in host order.
  private func addPorts(_ name: String, inverted: UInt8, to clauses: inout [Clause]) {
    clauses.append(Clause(.other, name))
    if let range = portRange(0) {
      clauses.append(Clause(option: "--sport", .sourcePort, range, inverted & 1 != 0))
    }
    if let range = portRange(4) {
      clauses.append(Clause(option: "--dport", .destinationPort, range, inverted & 2 != 0))
    }
  }

  /// `nil` for every port.
  private func portRange(_ offset: Int) -> String? {
    let low = half(offset)
    let high = half(offset + 2)
    if low == 0 && high == 0xffff { return nil }
    return low == high ? low.description : "\(low):\(high)"
  }
}
