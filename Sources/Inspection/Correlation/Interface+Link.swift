import Addressing
import Netlink
import Topology

extension Interface {
  /// What one namespace's tables say of one of its links, put together.
  init(_ link: Link, in namespace: NamespaceFacts, peers: PeerFinder) {
    let content = namespace.content
    self.init(link, id: InterfaceID(namespace: namespace.id, index: link.index))
    master = link.master.map { InterfaceID(namespace: namespace.id, index: $0) }
    peer = peers.peer(of: link, in: namespace)
    details = Details(link.details)
    port = link.port.map { BridgePort($0, vlans: content.vlans[link.index] ?? []) }
    addresses = (content.addresses[link.index] ?? []).map(Address.init)
    counters = link.statistics.map(Counters.init) ?? Counters()
  }
}

extension Interface.Address {
  init(_ message: AddressMessage) {
    self.init(
      prefix: message.prefix, peer: message.peer, scope: Scope(message.scope),
      flags: Self.words(message.flags, message.prefix.address.family))
  }

  /// `IFA_F_*` (include/uapi/linux/if_addr.h), in `ip`'s words.
  private static func words(_ flags: UInt32, _ family: IPAddress.Family) -> [String] {
    let names: [(UInt32, String)] = [
      (0x01, family == .v4 ? "secondary" : "temporary"), (0x02, "nodad"), (0x04, "optimistic"),
      (0x08, "dadfailed"), (0x20, "deprecated"), (0x40, "tentative"), (0x80, "permanent"),
      (0x100, "mngtmpaddr"), (0x200, "noprefixroute"),
    ]
    return names.filter { flags & $0.0 != 0 }.map(\.1)
  }
}

extension Interface.Address.Scope {
  /// `RT_SCOPE_*` (include/uapi/linux/rtnetlink.h).
  init(_ code: UInt8) {
    switch code {
    case 0..<200: self = .global
    case 200..<253: self = .site
    case 253: self = .link
    case 254: self = .host
    default: self = .nowhere
    }
  }
}

extension Counters {
  init(_ statistics: LinkStatistics) {
    self.init(
      receivedBytes: statistics.receivedBytes, receivedPackets: statistics.receivedPackets,
      receivedDropped: statistics.receivedDropped, receivedErrors: statistics.receivedErrors,
      sentBytes: statistics.sentBytes, sentPackets: statistics.sentPackets,
      sentDropped: statistics.sentDropped, sentErrors: statistics.sentErrors)
  }
}
