/// `xt_CT`'s `NOTRACK`: keeps a packet's connection from conntrack.
struct XtNotrack: XtTarget {
  static let name = "NOTRACK"

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(0) else { return nil }
  }

  func add(to options: inout XtOptions) {}
}

extension XtNotrack {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    if case .none = packet.tracking { packet.tracking = .untracked }
    return .goOn
  }
}
