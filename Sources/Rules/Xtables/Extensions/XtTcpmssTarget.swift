/// `xt_TCPMSS`: changes the segment size that a SYN names.
struct XtTcpmssTarget: XtPassingTarget {
  static let name = "TCPMSS"
  /// `nil`: what the path's MTU leaves room for.
  let mss: UInt16?

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(2) else { return nil }
    mss = info.half(0) == 0xffff ? nil : info.half(0)  // XT_TCPMSS_CLAMP_PMTU
  }

  func add(to options: inout XtOptions) {
    if let mss { options.add("--set-mss", mss) } else { options.add("--clamp-mss-to-pmtu") }
  }
}
