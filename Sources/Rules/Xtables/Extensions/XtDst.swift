/// `ip6t_hbh`'s `dst`: the header of options for a packet's destination.
struct XtDst: XtOpaqueMatch {
  static let name = "dst"
  let header: XtOptionsHeader

  init?(_ info: XtInfo) {
    guard let header = XtOptionsHeader(info) else { return nil }
    self.header = header
  }

  func add(to options: inout XtOptions) {
    header.add("--dst-len", "--dst-opts", to: &options)
  }
}
