import Addressing
import CNI
import Topology

/// Says of every address of a network whether it is in use, and what that is concluded from.
struct LeaseJudge {
  let residence: Residence
  /// Containers that the result cache still knows.
  let cached: Set<String>
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
    if !places.isEmpty { return (.duplicate, "leased to one container, up in another") }
    if let bootedAt, lease.since < bootedAt {
      return (.leaked, "the lease is older than this boot")
    }
    if home != nil { return (.suspect, "its container is there, but the address is not up in it") }
    guard seesEverything else {
      return (.used, "not all namespaces could be read: cannot tell whether it is up")
    }
    if cached.contains(lease.containerID) {
      return (.suspect, "its namespace is gone, but the result cache still has the container")
    }
    return (.leaked, "its container's namespace is gone, and the result cache has no entry")
  }
}
