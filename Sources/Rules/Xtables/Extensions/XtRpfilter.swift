/// `xt_rpfilter`: whether a reply would leave by the interface that a packet came in by.
struct XtRpfilter: XtOpaqueMatch {
  static let name = "rpfilter"
  let isLoose: Bool
  let usesMark: Bool
  let acceptsLocal: Bool
  let isInverted: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(1) else { return nil }
    let flags = info.byte(0)
    isLoose = flags & 1 != 0  // XT_RPFILTER_LOOSE
    usesMark = flags & 2 != 0  // XT_RPFILTER_VALID_MARK
    acceptsLocal = flags & 4 != 0  // XT_RPFILTER_ACCEPT_LOCAL
    isInverted = flags & 8 != 0  // XT_RPFILTER_INVERT
  }

  func add(to options: inout XtOptions) {
    if isLoose { options.add("--loose") }
    if usesMark { options.add("--validmark") }
    if acceptsLocal { options.add("--accept-local") }
    if isInverted { options.add("--invert") }
  }
}
