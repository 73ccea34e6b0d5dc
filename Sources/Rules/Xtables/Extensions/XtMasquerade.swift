import Topology

/// `xt_MASQUERADE`: the address of the interface that a packet goes by as its source.
struct XtMasquerade: XtTarget {
  static let name = "MASQUERADE"
  let range: XtNatRange

  init?(_ info: XtInfo) {
    guard let range = XtNatRange(info) else { return nil }
    self.range = range
  }

  var action: Rule.Action { .masquerade }

  func add(to options: inout XtOptions) {
    range.add("--to-ports", range.ports, to: &options)
  }
}

extension XtMasquerade {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    .masquerade(packet, place, ports: range.plainPorts, range.translationFlags)
  }
}
