import Topology

/// `xt_nat`'s `SNAT`: another source.
struct XtSnat: XtTarget {
  static let name = "SNAT"
  let range: XtNatRange

  init?(_ info: XtInfo) {
    guard let range = XtNatRange(info) else { return nil }
    self.range = range
  }

  var action: Rule.Action { .snat(range.text) }

  func add(to options: inout XtOptions) {
    range.add("--to-source", range.text, to: &options)
  }
}

extension XtSnat {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    range.translation(isSource: true)
  }
}
