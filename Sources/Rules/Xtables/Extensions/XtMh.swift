/// `ip6t_mh`: the type of a Mobile IPv6 message.
struct XtMh: XtOpaqueMatch {
  static let name = "mh"
  let types: XtRange<UInt8>

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(3) else { return nil }
    types = XtRange(
      low: info.byte(0), high: info.byte(1), isInverted: info.byte(2) & 1 != 0)  // IP6T_MH_INV_TYPE
  }

  func add(to options: inout XtOptions) {
    if !types.isAny { options.add("--mh-type", types) }
  }
}
