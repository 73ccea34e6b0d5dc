import Addressing
import Topology

extension Interface: Coded {
  static var blank: Interface { Interface(id: .blank, name: "") }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    id.namespace = context.namespace
    try coder.field("index", &id.index)
    try coder.field("name", &name)
    try coder.list("altNames", &altNames)
    try coder.field("alias", &alias)
    try coder.field("kind", &kind)
    try coder.field("isLoopback", &isLoopback)
    try coder.field("isUp", &isUp)
    try coder.field("state", &state)
    try coder.field("isPromiscuous", &isPromiscuous)
    try coder.field("mtu", &mtu)
    try coder.field("mac", &mac)
    try coder.field("permanentMAC", &permanentMAC)
    try coder.field("master", &master, context)
    try peer.code(&coder, context)
    try details.code(&coder, context)
    try coder.field("port", &port, context)
    try coder.list("addresses", &addresses, context)
    try coder.list("forwarding", &forwarding, context)
    try coder.field("counters", &counters, context)
  }
}

extension Interface.Peer {
  /// One object, named for what the peer is.
  fileprivate mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    var end: InterfaceID?
    var lower: InterfaceID?
    var unresolved: UnresolvedPeer?
    switch self {
    case .none: break
    case .end(let id): end = id
    case .lower(let id): lower = id
    case .unresolved(let nsid, let index): unresolved = UnresolvedPeer(nsid: nsid, index: index)
    }
    try coder.field("peer", &end, context)
    try coder.field("parent", &lower, context)
    try coder.field("unresolved", &unresolved, context)
    let former = unresolved.map { FormerUnresolvedPeer(number: $0.nsid, index: $0.index) }
    try coder.derived("outOfSight", former, context)  // its name in version 1
    self =
      end.map(Self.end) ?? lower.map(Self.lower)
      ?? unresolved.map { .unresolved(nsid: $0.nsid, index: $0.index) } ?? .none
  }
}

private struct UnresolvedPeer: Coded {
  var nsid: Int32?
  var index: UInt32

  static var blank: UnresolvedPeer { UnresolvedPeer(index: 0) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("nsid", &nsid)
    try coder.field("index", &index)
  }
}

private struct FormerUnresolvedPeer: Coded {
  var number: Int32?
  var index: UInt32

  static var blank: FormerUnresolvedPeer { FormerUnresolvedPeer(index: 0) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("number", &number)
    try coder.field("index", &index)
  }
}

extension Interface.Address: Coded {
  static var blank: Interface.Address { Interface.Address(prefix: Prefix(host: .v4(0))) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("prefix", &prefix)
    try coder.field("peer", &peer)
    try coder.field("scope", &scope)
    try coder.list("flags", &flags)
  }
}

extension ForwardingEntry: Coded {
  static var blank: ForwardingEntry { ForwardingEntry(mac: MACAddress(rawValue: 0)) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("mac", &mac)
    try coder.field("vlan", &vlan)
    try coder.field("destination", &destination)
    try coder.field("isLearned", &isLearned)
    try coder.field("isPermanent", &isPermanent)
  }
}
