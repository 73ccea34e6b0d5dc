/// `xt_quota`: as long as no more bytes have come.
struct XtQuota: XtOpaqueMatch {
  static let name = "quota"
  let bytes: UInt64
  let isInverted: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(24) else { return nil }
    (bytes, isInverted) = (info.long(8), info.word(0) & 1 != 0)  // XT_QUOTA_INVERT
  }

  func add(to options: inout XtOptions) {
    options.add("--quota", bytes, not: isInverted)
  }
}
