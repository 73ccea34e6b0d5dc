/// `ipt_ah` and `ip6t_ah`: the index of an IPsec association.
struct XtAh: XtOpaqueMatch {
  static let name = "ah"
  let spis: XtRange<UInt32>
  /// In bytes; of IPv6 alone, as is the next.
  let length: UInt32?
  let isLengthInverted: Bool
  let isReservedChecked: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(info.isIPv6 ? 16 : 12) else { return nil }
    let inverted = info.byte(info.isIPv6 ? 13 : 8)
    spis = info.words(0, not: inverted & 1 != 0)  // IPT_AH_INV_SPI
    isLengthInverted = info.isIPv6 && inverted & 2 != 0  // IP6T_AH_INV_LEN
    length = info.isIPv6 && (info.word(8) != 0 || isLengthInverted) ? info.word(8) : nil
    isReservedChecked = info.isIPv6 && info.byte(12) != 0
  }

  func add(to options: inout XtOptions) {
    if !spis.isAny { options.add("--ahspi", spis) }
    if let length { options.add("--ahlen", length, not: isLengthInverted) }
    if isReservedChecked { options.add("--ahres") }
  }
}
