extension XtText {
  /// `struct xt_conntrack_mtinfo1` through 3: states and the fields' masks, far in.
  static func conntrack(_ info: [UInt8], revision: UInt32) -> String {
    let matched = half(info, 146)
    let inverted = half(info, 148)
    guard matched & 1 != 0 else { return "-m conntrack" }  // XT_CONNTRACK_STATE
    let state = revision >= 2 ? half(info, 150) : UInt16(info[150])
    let sign = not(UInt8(inverted & 1))
    if matched & 1 << 13 != 0 {  // XT_CONNTRACK_STATE_ALIAS
      return "-m state \(sign)--state \(states(state))"
    }
    return "-m conntrack \(sign)--ctstate \(states(state))"
  }

  static func states(_ bits: UInt16) -> String {
    let names = [
      (UInt16(1), "INVALID"), (8, "NEW"), (4, "RELATED"), (2, "ESTABLISHED"), (64, "UNTRACKED"),
      (128, "SNAT"), (256, "DNAT"),
    ]
    return names.filter { bits & $0.0 != 0 }.map(\.1).joined(separator: ",")
  }

  /// `struct xt_addrtype_info_v1`
  static func addressType(_ info: [UInt8]) -> String {
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
    return text
  }

  private static func addressTypes(_ bits: UInt16) -> String {
    (0..<12).filter { bits & 1 << UInt16($0) != 0 }.map { bit in
      (Symbols.addressTypes[UInt64(bit)] ?? "\(bit)").uppercased()
    }.joined(separator: ",")
  }

  /// `struct xt_statistic_info`: a probability of 31 bits, or every nth packet.
  static func statistic(_ info: [UInt8]) -> String {
    let sign = not(info[2] & 1)
    guard half(info, 0) == 0 else {
      let every = UInt64(word(info, 4)) + 1
      return "-m statistic --mode nth \(sign)--every \(every) --packet \(word(info, 8))"
    }
    let one: UInt128 = 100_000_000_000
    let parts = (UInt128(word(info, 4)) * one + (1 << 30)) >> 31
    let digits = "\(parts % one)"
    let fraction = String(repeating: "0", count: 11 - digits.count) + digits
    return "-m statistic --mode random \(sign)--probability \(parts / one).\(fraction)"
  }

  /// `struct xt_rateinfo`: the time between two packets in 1/10 000 s, and how many may come at once.
  static func limit(_ info: [UInt8]) -> String {
    let period = word(info, 0)
    let burst = word(info, 4)
    let units: [(UInt32, String)] = [
      (864_000_000, "day"), (36_000_000, "hour"), (600_000, "min"), (10_000, "sec"),
    ]
    guard period > 0 else { return "-m limit" }
    var unit = units[0]
    for smaller in units.dropFirst() {
      if period > smaller.0 || smaller.0 / period < smaller.0 % period { break }
      unit = smaller
    }
    let tail = burst == 5 ? "" : " --limit-burst \(burst)"
    return "-m limit --limit \(unit.0 / period)/\(unit.1)\(tail)"
  }
}
