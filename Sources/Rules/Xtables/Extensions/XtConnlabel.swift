/// `xt_connlabel`: a bit of a connection's labels.
struct XtConnlabel: XtOpaqueMatch {
  static let name = "connlabel"
  let bit: UInt16
  let isInverted: Bool
  /// Sets it, too.
  let sets: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(4) else { return nil }
    bit = info.half(0)
    isInverted = info.half(2) & 1 != 0  // XT_CONNLABEL_OP_INVERT
    sets = info.half(2) & 2 != 0  // XT_CONNLABEL_OP_SET
  }

  func add(to options: inout XtOptions) {
    options.add("--label", "\"\(bit)\"", not: isInverted)
    if sets { options.add("--set") }
  }
}
