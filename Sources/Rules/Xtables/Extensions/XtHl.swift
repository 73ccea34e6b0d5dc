/// `ip6t_hl`: how many hops a packet may still make.
struct XtHl: XtMatch {
  static let name = "hl"
  let limit: XtHops<XtHopsTest>

  init?(_ info: XtInfo) {
    guard let limit = XtHops<XtHopsTest>(info) else { return nil }
    self.limit = limit
  }

  func add(to options: inout XtOptions) {
    limit.add("--hl", to: &options)
  }
}

extension XtHl {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit { limit.fits(packet.hopLimit) }
}
