import Addressing

/// iptables' extensions in the words of iptables-save.
enum XtWords {
  static func match(_ match: XtExtension) -> Clause {
    let info = match.info
    switch match.name {
    case "comment" where info.count >= 1:
      let text = info.span.text
      return Clause(.comment, "-m comment --comment \"\(text)\"", value: text)
    case "tcp" where info.count >= 12: return tcp(info)
    case "udp" where info.count >= 9: return ports("udp", info, inverted: info[8])
    case "multiport" where info.count >= 48: return multiport(info)
    case "conntrack" where match.revision >= 1 && info.count >= 152:
      return conntrack(info, revision: match.revision)
    case "state" where info.count >= 4:
      return Clause(.other, "-m state --state \(states(UInt16(truncatingIfNeeded: word(info, 0))))")
    case "addrtype" where info.count >= 8: return addressType(info)
    case "mark" where info.count >= 9:
      return Clause(.other, "-m mark \(not(info[8]))--mark \(mark(info, 0, mask: 4))")
    case "statistic" where info.count >= 16: return statistic(info)
    default: return Clause(.other, "-m \(match.name)")
    }
  }

  private static func tcp(_ info: [UInt8]) -> Clause {
    var clause = ports("tcp", info, inverted: info[11])
    guard info[9] != 0 else { return clause }  // flg_mask
    clause.text += " \(not(info[11] & 4))--tcp-flags \(flags(info[9])) \(flags(info[10]))"
    return clause
  }

  private static func flags(_ value: UInt8) -> String {
    let names = ["FIN", "SYN", "RST", "PSH", "ACK", "URG"]
    let set = names.indices.filter { value & 1 << UInt8($0) != 0 }.map { names[$0] }
    return set.isEmpty ? "NONE" : set.joined(separator: ",")
  }

  /// `struct xt_tcp` and `xt_udp` begin alike: two ranges of ports in host order.
  private static func ports(_ name: String, _ info: [UInt8], inverted: UInt8) -> Clause {
    var clause = Clause(.other, "-m \(name)")
    if let source = portRange(info, 0) {
      clause = Clause(
        .sourcePort, clause.text + " \(not(inverted & 1))--sport \(source)", value: source)
    }
    if let destination = portRange(info, 4) {
      let value = (inverted & 2 != 0 ? "!= " : "") + destination
      clause = Clause(
        .destinationPort, clause.text + " \(not(inverted & 2))--dport \(destination)",
        value: value)
    }
    return clause
  }

  private static func portRange(_ info: [UInt8], _ offset: Int) -> String? {
    let low = half(info, offset)
    let high = half(info, offset + 2)
    if low == 0 && high == 0xffff { return nil }
    return low == high ? "\(low)" : "\(low):\(high)"
  }

  /// `struct xt_multiport_v1`
  private static func multiport(_ info: [UInt8]) -> Clause {
    let roles: [Clause.Role] = [.sourcePort, .destinationPort, .other]
    let words = ["--sports", "--dports", "--ports"]
    let kind = min(2, Int(info[0]))
    var text = ""
    for index in 0..<min(15, Int(info[1])) {
      let isRangeEnd = index > 0 && info[32 + index - 1] != 0
      if index > 0 { text += isRangeEnd ? ":" : "," }
      text += "\(half(info, 2 + index * 2))"
    }
    let sign = info[47] != 0 ? "!= " : ""
    return Clause(
      roles[kind], "-m multiport \(not(info[47]))\(words[kind]) \(text)", value: sign + text)
  }

  /// `struct xt_conntrack_mtinfo1` through 3: states and the fields' masks, far in.
  private static func conntrack(_ info: [UInt8], revision: UInt32) -> Clause {
    let matched = half(info, 146)
    let inverted = half(info, 148)
    guard matched & 1 != 0 else { return Clause(.other, "-m conntrack") }  // XT_CONNTRACK_STATE
    let state = revision >= 2 ? half(info, 150) : UInt16(info[150])
    return Clause(
      .other, "-m conntrack \(not(UInt8(inverted & 1)))--ctstate \(states(state))")
  }

  private static func states(_ bits: UInt16) -> String {
    let names = [
      (UInt16(1), "INVALID"), (8, "NEW"), (4, "RELATED"), (2, "ESTABLISHED"), (64, "UNTRACKED"),
      (128, "SNAT"), (256, "DNAT"),
    ]
    return names.filter { bits & $0.0 != 0 }.map(\.1).joined(separator: ",")
  }

  /// `struct xt_addrtype_info_v1`
  private static func addressType(_ info: [UInt8]) -> Clause {
    let flags = word(info, 4)
    var text = "-m addrtype"
    if half(info, 0) != 0 {
      text += " \(not(UInt8(flags & 1)))--src-type \(addressTypes(half(info, 0)))"
    }
    if half(info, 2) != 0 {
      text += " \(not(UInt8(flags & 2)))--dst-type \(addressTypes(half(info, 2)))"
    }
    if flags & 4 != 0 { text += " --limit-iface-in" }
    if flags & 8 != 0 { text += " --limit-iface-out" }
    return Clause(.other, text)
  }

  private static func addressTypes(_ bits: UInt16) -> String {
    (0..<12).filter { bits & 1 << UInt16($0) != 0 }.map { bit in
      (Symbols.addressTypes[UInt64(bit)] ?? "\(bit)").uppercased()
    }.joined(separator: ",")
  }

  /// `struct xt_statistic_info`: a probability of 31 bits, or every nth packet.
  private static func statistic(_ info: [UInt8]) -> Clause {
    let sign = not(info[2] & 1)
    if half(info, 0) == 0 {
      let millionths = (UInt64(word(info, 4)) * 100_000_000_000 + (1 << 30)) >> 31
      let digits = "\(millionths)"
      let fraction = String(repeating: "0", count: max(0, 11 - digits.count)) + digits
      let whole = millionths >= 100_000_000_000
      let text = whole ? "1.00000000000" : "0.\(fraction)"
      return Clause(.other, "-m statistic --mode random \(sign)--probability \(text)")
    }
    return Clause(
      .other,
      "-m statistic --mode nth \(sign)--every \(UInt64(word(info, 4)) + 1) --packet \(word(info, 8))"
    )
  }
}

func half(_ bytes: [UInt8], _ offset: Int) -> UInt16 {
  UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
}

func word(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
  UInt32(half(bytes, offset)) | UInt32(half(bytes, offset + 2)) << 16
}

extension XtWords {
  static func not(_ flag: UInt8) -> String { flag != 0 ? "! " : "" }

  static func mark(_ info: [UInt8], _ offset: Int, mask: Int) -> String {
    let bits = word(info, mask)
    let value = "0x" + String(word(info, offset), radix: 16)
    return bits == .max ? value : value + "/0x" + String(bits, radix: 16)
  }
}
