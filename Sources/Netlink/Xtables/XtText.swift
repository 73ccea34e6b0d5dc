import Addressing

/// iptables' extensions in the words of iptables-save.
enum XtText {
  /// Adds what a match says: one clause, or one for each side where it looks at ports.
  static func add(_ match: XtExtension, to clauses: inout [Clause]) {
    let info = match.info
    switch match.name {
    case "tcp" where info.count >= 12: addTCP(info, to: &clauses)
    case "udp" where info.count >= 9: addPorts("-m udp", info, inverted: info[8], to: &clauses)
    case "comment" where info.count >= 1:
      clauses.append(Clause(.comment, "-m comment --comment", value: info.span.text))
    case "multiport" where info.count >= 48: clauses.append(multiport(info))
    default: clauses.append(Clause(.other, condition(match)))
    }
  }

  /// The words of a match that has no column of its own. One that is not known is shown by name.
  private static func condition(_ match: XtExtension) -> String {
    let info = match.info
    switch match.name {
    case "conntrack" where match.revision >= 1 && info.count >= 152:
      return conntrack(info, revision: match.revision)
    case "state" where info.count >= 4:
      return "-m state --state \(states(UInt16(truncatingIfNeeded: word(info, 0))))"
    case "addrtype" where match.revision == 1 && info.count >= 8: return addressType(info)
    case "mark" where match.revision == 1 && info.count >= 9:
      return "-m mark \(not(info[8]))--mark \(mark(info, 0, mask: 4))"
    case "connmark" where match.revision == 1 && info.count >= 9:
      return "-m connmark \(not(info[8]))--mark \(mark(info, 0, mask: 4))"
    case "statistic" where info.count >= 16: return statistic(info)
    case "limit" where info.count >= 8: return limit(info)
    case "set" where match.revision >= 1 && info.count >= 4: return set(info)
    default: return "-m \(match.name)"
    }
  }

  /// `struct xt_set_info`: the kernel knows sets by number, and says their names elsewhere.
  private static func set(_ info: [UInt8]) -> String {
    let sides = (0..<min(3, info[2])).map { info[3] & 2 << $0 != 0 ? "src" : "dst" }
    let words = sides.joined(separator: ",")
    return "-m set \(not(info[3] & 1))--match-set [set \(half(info, 0))] \(words)"
  }

  static func not(_ flag: UInt8) -> String { flag != 0 ? "! " : "" }

  /// A number and, where it is not all ones, its mask.
  static func mark(_ info: [UInt8], _ offset: Int, mask: Int) -> String {
    let bits = word(info, mask)
    let value = "0x" + String(word(info, offset), radix: 16)
    return bits == .max ? value : value + "/0x" + String(bits, radix: 16)
  }
}

func half(_ bytes: [UInt8], _ offset: Int) -> UInt16 {
  UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
}

func word(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
  UInt32(half(bytes, offset)) | UInt32(half(bytes, offset + 2)) << 16
}
