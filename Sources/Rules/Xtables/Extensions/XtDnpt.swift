/// `ip6t_NPT`'s `DNPT`: gives a packet's destination another prefix, without conntrack.
struct XtDnpt: XtTarget {
  static let name = "DNPT"
  let prefixes: XtPrefixes

  init?(_ info: XtInfo) {
    guard let prefixes = XtPrefixes(info) else { return nil }
    self.prefixes = prefixes
  }

  func add(to options: inout XtOptions) { prefixes.add(to: &options) }
}
