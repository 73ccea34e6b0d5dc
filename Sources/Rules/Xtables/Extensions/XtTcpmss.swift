/// `xt_tcpmss`: the segment size that a SYN names.
struct XtTcpmss: XtOpaqueMatch {
  static let name = "tcpmss"
  let sizes: XtRange<UInt16>

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(6) else { return nil }
    sizes = info.ports(0, not: info.byte(4) != 0)
  }

  func add(to options: inout XtOptions) {
    options.add("--mss", sizes)
  }
}
