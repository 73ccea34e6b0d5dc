import Topology

/// `xt_nat`'s `DNAT`: another destination.
struct XtDnat: XtTarget {
  static let name = "DNAT"
  let range: XtNatRange

  init?(_ info: XtInfo) {
    guard let range = XtNatRange(info) else { return nil }
    self.range = range
  }

  var action: Rule.Action { .dnat(range.text) }

  func add(to options: inout XtOptions) {
    range.add("--to-destination", range.text, to: &options)
  }
}

extension XtDnat {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    range.translation(isSource: false)
  }
}
