/// `xt_SECMARK`: gives a packet a security mark.
struct XtSecmark: XtPassingTarget {
  static let name = "SECMARK"
  let context: String

  init?(_ info: XtInfo) {
    guard info.revision <= 1, info.isSized(264), info.byte(0) == 1 else {  // SECMARK_MODE_SEL
      return nil
    }
    context = info.revision == 0 ? info.text(8..<264) : info.text(1..<257)
  }

  func add(to options: inout XtOptions) { options.add("--selctx", context) }
}
