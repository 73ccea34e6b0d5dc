/// `ipt_TTL`: changes how many hops a packet may still make.
struct XtTtlTarget: XtTarget {
  static let name = "TTL"
  let change: XtHopsChange

  init?(_ info: XtInfo) {
    guard let change = XtHopsChange(info) else { return nil }
    self.change = change
  }

  func add(to options: inout XtOptions) { change.add("--ttl", to: &options) }
}

/// `struct ipt_TTL_info` and `ip6t_HL_info`.
struct XtHopsChange: Equatable, Sendable {
  let mode: Mode
  let hops: UInt8

  enum Mode: UInt8, Sendable {
    case set  // IPT_TTL_SET
    case increase  // IPT_TTL_INC
    case decrease  // IPT_TTL_DEC
  }

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(2), let mode = Mode(rawValue: info.byte(0)) else {
      return nil
    }
    (self.mode, hops) = (mode, info.byte(1))
  }

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

extension XtHopsChange {
  func applied(to old: UInt8?) -> UInt8? {
    switch mode {
    case .set: hops
    case .increase: old.map { UInt8(clamping: Int($0) + Int(hops)) }
    case .decrease: old.map { UInt8(clamping: Int($0) - Int(hops)) }
    }
  }
}
