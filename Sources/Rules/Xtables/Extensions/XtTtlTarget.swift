/// `ipt_TTL`: changes how many hops a packet may still make.
struct XtTtlTarget: XtTarget {
  static let name = "TTL"
  let change: XtHops<XtHopsChange>

  init?(_ info: XtInfo) {
    guard let change = XtHops<XtHopsChange>(info) else { return nil }
    self.change = change
  }

  func add(to options: inout XtOptions) { change.add("--ttl", to: &options) }
}

/// What the number does to a packet's hops.
enum XtHopsChange: UInt8, Sendable {
  case set  // IPT_TTL_SET
  case increase  // IPT_TTL_INC
  case decrease  // IPT_TTL_DEC
}

extension XtHops<XtHopsChange> {
  func add(_ name: String, to options: inout XtOptions) {
    switch mode {
    case .set: options.add(name + "-set", hops)
    case .increase: options.add(name + "-inc", hops)
    case .decrease: options.add(name + "-dec", hops)
    }
  }
}

extension XtTtlTarget {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    packet.hopLimit = change.applied(to: packet.hopLimit)
    return .goOn
  }
}

extension XtHops<XtHopsChange> {
  func applied(to old: UInt8?) -> UInt8? {
    switch mode {
    case .set: hops
    case .increase: old.map { UInt8(clamping: Int($0) + Int(hops)) }
    case .decrease: old.map { UInt8(clamping: Int($0) - Int(hops)) }
    }
  }
}
