import Addressing
import Topology

extension Interface.Details {
  /// One object, named for the kind, where the kind has something of its own.
  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    var bridge: Bridge?
    var vlan: VLANDetails?
    var macvlan: ModeDetails?
    var ipvlan: ModeDetails?
    var vxlan: VXLAN?
    var tun: ModeDetails?
    var tunnel: TunnelDetails?
    switch self {
    case .none: break
    case .bridge(let value): bridge = value
    case .vlan(let id, let name): vlan = VLANDetails(id: id, name: name)
    case .macvlan(let mode): macvlan = ModeDetails(mode: mode)
    case .ipvlan(let mode): ipvlan = ModeDetails(mode: mode)
    case .vxlan(let value): vxlan = value
    case .tun(let mode): tun = ModeDetails(mode: mode)
    case .tunnel(let local, let remote): tunnel = TunnelDetails(local: local, remote: remote)
    }
    try coder.field("bridge", &bridge, context)
    try coder.field("vlan", &vlan, context)
    try coder.field("macvlan", &macvlan, context)
    try coder.field("ipvlan", &ipvlan, context)
    try coder.field("vxlan", &vxlan, context)
    try coder.field("tun", &tun, context)
    try coder.field("tunnel", &tunnel, context)
    if Coder.writes { return }
    self =
      bridge.map(Self.bridge) ?? vxlan.map(Self.vxlan)
      ?? vlan.map { .vlan(id: $0.id, protocol: $0.name) }
      ?? macvlan.map { .macvlan(mode: $0.mode) } ?? ipvlan.map { .ipvlan(mode: $0.mode) }
      ?? tun.map { .tun(mode: $0.mode) }
      ?? tunnel.map { .tunnel(local: $0.local, remote: $0.remote) } ?? .none
  }
}

extension Bridge: Coded {
  static var blank: Bridge { Bridge() }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("hasSpanningTree", &hasSpanningTree)
    try coder.field("filtersVLANs", &filtersVLANs)
    try coder.field("ageing", &ageing)
    try coder.field("groupAddress", &groupAddress)
    try coder.field("groupForwardMask", &groupForwardMask)
  }
}

extension VXLAN: Coded {
  static var blank: VXLAN { VXLAN(id: 0) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("id", &id)
    try coder.field("local", &local)
    try coder.field("remote", &remote)
    try coder.field("port", &port)
    try coder.field("learns", &learns)
  }
}

private struct VLANDetails: Coded {
  var id: UInt16
  var name: String

  static var blank: VLANDetails { VLANDetails(id: 0, name: "") }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("id", &id)
    try coder.field("protocol", &name)
  }
}

private struct ModeDetails: Coded {
  var mode: String

  static var blank: ModeDetails { ModeDetails(mode: "") }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("mode", &mode)
  }
}

private struct TunnelDetails: Coded {
  var local: IPAddress?
  var remote: IPAddress?

  static var blank: TunnelDetails { TunnelDetails() }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("local", &local)
    try coder.field("remote", &remote)
  }
}
