/// `ip6t_eui64`: whether the source's last half is made of the sender's hardware address.
struct XtEui64: XtPlainMatch, XtOpaqueMatch {
  static let name = "eui64"

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(4) else { return nil }
  }
}
