/// `xt_ipcomp`: the index of a compressed association.
struct XtIpcomp: XtOpaqueMatch {
  static let name = "ipcomp"
  let spis: XtRange<UInt32>
  /// The reserved bits must be zero.
  let isReservedChecked: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(12) else { return nil }
    spis = info.words(0, not: info.byte(8) & 1 != 0)  // XT_IPCOMP_INV_SPI
    isReservedChecked = info.byte(9) != 0
  }

  func add(to options: inout XtOptions) {
    if !spis.isAny { options.add("--ipcompspi", spis) }
    if isReservedChecked { options.add("--compres") }
  }
}
