import Addressing
import Topology

extension Comparison {
  mutating func compareNetworks() {
    guard old.networks != new.networks else { return }
    let then = old.networks.keyed(by: \.id)
    let now = new.networks.keyed(by: \.id)
    for network in old.networks where now[network.id] == nil {
      report(.network(.removed(network.alone)))
      compareGaps(network.foreignFiles, [])
    }
    for network in new.networks {
      if let before = then[network.id] {
        if before != network { compare(before, network) }
      } else {
        report(.network(.added(network.alone)))
        compareGaps([], network.foreignFiles)
      }
    }
  }

  private mutating func compare(_ before: Network, _ after: Network) {
    if before.alone != after.alone {
      report(.network(.changed(from: before.alone, to: after.alone)))
    }
    if before.allocations != after.allocations { compareAllocations(before, after) }
    compareGaps(before.foreignFiles, after.foreignFiles)
  }

  private mutating func compareAllocations(_ before: Network, _ after: Network) {
    let then = before.allocations.keyed(by: \.address)
    let now = after.allocations.keyed(by: \.address)
    for allocation in before.allocations
    where now[allocation.address] == nil && !isOf(gone, allocation) {
      report(.removed(allocation), of: after, in: old)
    }
    for allocation in after.allocations {
      if let earlier = then[allocation.address] {
        if !isOf(gone, earlier) || allocation.lease == nil {
          compare(earlier, allocation, of: after)
        }
      } else if !isOf(arrived, allocation) {
        report(.added(allocation), of: after, in: new)
      }
    }
  }

  private mutating func compare(_ before: Allocation, _ after: Allocation, of network: Network) {
    guard !isOf(arrived, after),
      before.state != after.state || before.lease != after.lease || before.holder != after.holder
    else { return }
    report(.changed(from: before, to: after), of: network, in: new)
  }

  private func isOf(_ namespaces: Set<NamespaceID>, _ allocation: Allocation) -> Bool {
    allocation.namespace.map(namespaces.contains) == true
      || !allocation.places.isEmpty
        && allocation.places.allSatisfy { namespaces.contains($0.namespace) }
  }

  private mutating func report(
    _ difference: Difference<Allocation>, of network: Network, in topology: Topology
  ) {
    let place = difference.last.namespace.flatMap { topology[$0] }
    report(.lease(difference, network: network.name), in: place)
  }
}

extension Network {
  /// What its config says.
  fileprivate var alone: Network {
    var network = self
    network.lastReserved = [:]
    network.allocations = []
    network.foreignFiles = []
    return network
  }
}
