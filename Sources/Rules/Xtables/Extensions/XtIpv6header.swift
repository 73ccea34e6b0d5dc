/// `ip6t_ipv6header`: which headers of extensions a packet has.
struct XtIpv6header: XtOpaqueMatch {
  static let name = "ipv6header"
  /// A bit for each header.
  let headers: UInt8
  let isInverted: Bool
  /// Others may be there as well.
  let isSoft: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(3) else { return nil }
    (headers, isInverted) = (info.byte(0), info.byte(1) != 0)
    isSoft = info.byte(2) != 0
  }

  func add(to options: inout XtOptions) {
    let known: [(UInt32, String)] = [
      (128, "hop-by-hop"), (64, "ipv6-opts"), (32, "ipv6-route"), (16, "ipv6-frag"), (8, "ah"),
      (4, "esp"), (2, "ipv6-nonxt"), (1, "protocol"),
    ]  // MASK_HOPOPTS, MASK_DSTOPTS, MASK_ROUTING, …
    let text = headers == 0 ? "NONE" : names(UInt32(headers), known)
    options.add("--header", text, not: isInverted)
    if isSoft { options.add("--soft") }
  }
}
