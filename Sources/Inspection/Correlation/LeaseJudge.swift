import Addressing
import CNI
import Topology

/// Says of every address of a network whether it is in use, and what that is concluded from.
struct LeaseJudge {
  let residence: Residence
  /// Containers that the result cache still knows.
  let cached: Set<String>
  /// Whether a whole cache could not be read.
  let cacheIsUnread: Bool
  /// Entries of the cache that make no sense, by the paths of their files.
  let damaged: [String]
  let bootedAt: Timestamp?
  /// Whether every namespace was read: if not, an absence proves nothing.
  let seesEverything: Bool

  /// The state of a lease, from the strongest evidence down.
  func judge(_ lease: HeldLease, of address: IPAddress) -> Holding {
    let places = residence.places[address] ?? []
    let home = residence.home(of: lease.containerID)
    var holding = Holding(
      address: address, state: .used, lease: lease, places: places, namespace: home,
      holder: residence.title(of: lease.containerID))
    (holding.state, holding.evidence) = verdict(lease, places, home)
    if holding.namespace == nil, holding.state == .used {
      holding.namespace = places.first?.namespace
    }
    return holding
  }

  private func verdict(
    _ lease: HeldLease, _ places: [InterfaceID], _ home: NamespaceID?
  ) -> (Holding.State, String) {
    let namespaces = Set(places.map(\.namespace)).count
    if namespaces > 1 { return (.duplicate, "the address is up in \(namespaces) namespaces") }
    if let place = places.first, home == nil || home == place.namespace {
      return (.used, "the address is up there")
    }
    if let home {
      let isUnread = residence.unread.contains(home)
      return places.isEmpty ? ofContainer(isUnread: isUnread) : ofAnother(isUnread: isUnread)
    }
    if let bootedAt, lease.since < bootedAt {
      return (.leaked, "the lease is older than this boot")
    }
    guard seesEverything else {
      return (.used, "not all namespaces could be read: cannot tell whether it is up")
    }
    if cached.contains(lease.containerID) {
      return (.suspect, "its namespace is gone, but the result cache still has the container")
    }
    if cacheIsUnread || damaged.contains(where: { $0.contains(lease.containerID) }) {
      return (.suspect, "its namespace is gone, but the result cache could not be read")
    }
    return (.leaked, "its container's namespace is gone, and the result cache has no entry")
  }

  /// Of a container that is there, while the address is up nowhere.
  private func ofContainer(isUnread: Bool) -> (Holding.State, String) {
    isUnread
      ? (.used, "its container's namespace could not be read: cannot tell whether it is up")
      : (.suspect, "its container is there, but the address is not up in it")
  }

  /// Of a container that is there, while the address is up elsewhere.
  private func ofAnother(isUnread: Bool) -> (Holding.State, String) {
    isUnread
      ? (.suspect, "up in another namespace; its container's own could not be read")
      : (.duplicate, "leased to one container, up in another")
  }
}
