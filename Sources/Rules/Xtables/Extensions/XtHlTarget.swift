/// `ip6t_HL`: changes how many hops a packet may still make.
struct XtHlTarget: XtTarget {
  static let name = "HL"
  let change: XtHops<XtHopsChange>

  init?(_ info: XtInfo) {
    guard let change = XtHops<XtHopsChange>(info) else { return nil }
    self.change = change
  }

  func add(to options: inout XtOptions) { change.add("--hl", to: &options) }
}

extension XtHlTarget {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    packet.hopLimit = change.applied(to: packet.hopLimit)
    return .goOn
  }
}
