import Addressing
import CNI
import Topology

/// Says of every address of a network whether it is in use, and what that is concluded from.
struct AllocationStates {
  let addressIndex: AddressIndex
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
  func allocation(for lease: Allocation.Lease, of address: IPAddress) -> Allocation {
    let places = addressIndex.places[address] ?? []
    let home = addressIndex.home(of: lease.containerID)
    var allocation = Allocation(
      address: address, state: .used, lease: lease, places: places, namespace: home,
      holder: addressIndex.title(of: lease.containerID))
    (allocation.state, allocation.evidence) = verdict(lease, places, home)
    if allocation.namespace == nil, allocation.state == .used {
      allocation.namespace = places.first?.namespace
    }
    return allocation
  }

  private func verdict(
    _ lease: Allocation.Lease, _ places: [InterfaceID], _ home: NamespaceID?
  ) -> (Allocation.State, String) {
    let namespaces = Set(places.map(\.namespace)).count
    if namespaces > 1 { return (.duplicate, "the address is up in \(namespaces) namespaces") }
    if let place = places.first, home == nil || home == place.namespace {
      return (.used, "the address is up there")
    }
    if let home {
      let isUnread = addressIndex.unread.contains(home)
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
  private func ofContainer(isUnread: Bool) -> (Allocation.State, String) {
    isUnread
      ? (.used, "its container's namespace could not be read: cannot tell whether it is up")
      : (.suspect, "its container is there, but the address is not up in it")
  }

  /// Of a container that is there, while the address is up elsewhere.
  private func ofAnother(isUnread: Bool) -> (Allocation.State, String) {
    isUnread
      ? (.suspect, "up in another namespace; its container's own could not be read")
      : (.duplicate, "leased to one container, up in another")
  }
}
