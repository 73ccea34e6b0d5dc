/// `xt_realm`: the realm of a packet's route.
struct XtRealm: XtOpaqueMatch {
  static let name = "realm"
  let realm: XtMasked

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(12) else { return nil }
    realm = XtMasked(value: info.word(0), mask: info.word(4), isInverted: info.byte(8) != 0)
  }

  /// One realm has a name unless somebody names others in `/etc/iproute2/rt_realms`.
  func add(to options: inout XtOptions) {
    let isNamed = realm.value == 0 && realm.mask == .max
    options.add("--realm", isNamed ? "cosmos" : realm.text, not: realm.isInverted)
  }
}
