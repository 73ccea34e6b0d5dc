/// `xt_esp`: the index of an IPsec association.
struct XtEsp: XtOpaqueMatch {
  static let name = "esp"
  let spis: XtRange<UInt32>

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(12) else { return nil }
    spis = info.words(0, not: info.byte(8) & 1 != 0)  // XT_ESP_INV_SPI
  }

  func add(to options: inout XtOptions) {
    if !spis.isAny { options.add("--espspi", spis) }
  }
}
