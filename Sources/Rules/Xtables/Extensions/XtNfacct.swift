/// `xt_nfacct`: counts a packet in a named counter, and always fits.
struct XtNfacct: XtMatch {
  static let name = "nfacct"
  let counter: String

  init?(_ info: XtInfo) {
    guard info.revision <= 1, info.isSized(40) else { return nil }
    counter = info.text(0..<32)
  }

  func add(to options: inout XtOptions) {
    options.add("--nfacct-name", " " + saved(counter))
  }
}

extension XtNfacct {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit { .yes }
}
