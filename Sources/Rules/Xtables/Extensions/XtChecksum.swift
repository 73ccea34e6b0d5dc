/// `xt_CHECKSUM`: fills in a checksum that hardware was to compute.
struct XtChecksum: XtPassingTarget {
  static let name = "CHECKSUM"
  let fills: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(1) else { return nil }
    fills = info.byte(0) & 1 != 0  // XT_CHECKSUM_OP_FILL
  }

  func add(to options: inout XtOptions) {
    if fills { options.add("--checksum-fill") }
  }
}
