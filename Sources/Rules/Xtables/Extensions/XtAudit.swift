/// `xt_AUDIT`: a line in the audit log.
struct XtAudit: XtPassingTarget {
  static let name = "AUDIT"
  let type: UInt8

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(1), info.byte(0) < Self.types.count else { return nil }
    type = info.byte(0)
  }

  func add(to options: inout XtOptions) {
    options.add("--type", Self.types[Int(type)])
  }

  private static let types = ["accept", "drop", "reject"]  // XT_AUDIT_TYPE_*
}
