/// `xt_TRACE`: has the kernel tell of every rule that a packet meets from here on.
struct XtTrace: XtPassingTarget {
  static let name = "TRACE"

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(0) else { return nil }
  }

  func add(to options: inout XtOptions) {}
}
