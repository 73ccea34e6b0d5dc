import Topology

/// `xt_REDIRECT`: to this host, or another port of it.
struct XtRedirect: XtTarget {
  static let name = "REDIRECT"
  let range: XtNatRange

  init?(_ info: XtInfo) {
    guard let range = XtNatRange(info) else { return nil }
    self.range = range
  }

  var action: Rule.Action { .redirect(range.ports) }

  func add(to options: inout XtOptions) {
    range.add("--to-ports", range.ports, to: &options)
  }
}

extension XtRedirect {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    .redirect(packet, place, ports: range.plainPorts, range.translationFlags)
  }
}
