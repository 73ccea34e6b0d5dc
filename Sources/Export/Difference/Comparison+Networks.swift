import Addressing
import Topology

extension Comparison {
  mutating func compareNetworks() {
    guard old.networks != new.networks else { return }
    let then = Dictionary(old.networks.map { ($0.id, $0) }) { first, _ in first }
    let now = Dictionary(new.networks.map { ($0.id, $0) }) { first, _ in first }
    for network in old.networks where now[network.id] == nil {
      report(.removed, .configuration, network.name, network.summary)
      compareGaps(network.foreignFiles, [])
    }
    for network in new.networks {
      if let before = then[network.id] {
        if before != network { compare(before, network) }
      } else {
        report(.added, .configuration, network.name, network.summary)
        compareGaps([], network.foreignFiles)
      }
    }
  }

  private mutating func compare(_ before: Network, _ after: Network) {
    let details = [
      before.name == after.name ? nil : "was \(before.name)",
      change("from", before.sources, after.sources) { $0.joined(separator: ", ") },
      change("bridge", before.bridge, after.bridge),
      change("masquerade", before.masquerades, after.masquerades),
      change("ranges", before.rangeSets, after.rangeSets) { sets in
        sets.map { set in
          set.map { "\($0.addresses) of \($0.subnet)" + ($0.gateway.map { " by \($0)" } ?? "") }
            .joined(separator: " or ")
        }.joined(separator: ", ")
      },
    ].compactMap { $0 }
    if !details.isEmpty {
      report(.changed, .configuration, after.name, details.joined(separator: ", "))
    }
    if before.allocations != after.allocations { compareHoldings(before, after) }
    compareGaps(before.foreignFiles, after.foreignFiles)
  }

  private mutating func compareHoldings(_ before: Network, _ after: Network) {
    let then = Dictionary(before.allocations.map { ($0.address, $0) }) { first, _ in first }
    let now = Dictionary(after.allocations.map { ($0.address, $0) }) { first, _ in first }
    for allocation in before.allocations
    where now[allocation.address] == nil && !isOf(gone, allocation) {
      report(.removed, .lease, allocation, "of \(after.name)", in: old)
    }
    for allocation in after.allocations {
      if let earlier = then[allocation.address] {
        if !isOf(gone, earlier) || allocation.lease == nil {
          compare(earlier, allocation, of: after)
        }
      } else if !isOf(arrived, allocation) {
        report(.added, .lease, allocation, "of \(after.name), \(allocation.words)", in: new)
      }
    }
  }

  private mutating func compare(_ before: Allocation, _ after: Allocation, of network: Network) {
    guard !isOf(arrived, after) else { return }
    let details = [
      before.state == after.state
        ? nil : "\(before.state.rawValue) → \(after.state.rawValue)",
      before.lease == after.lease && before.holder == after.holder
        ? nil : "now \(after.words)",
    ].compactMap { $0 }
    guard !details.isEmpty else { return }
    report(
      .changed, .lease, after, "of \(network.name): \(details.joined(separator: ", "))", in: new)
  }

  private func isOf(_ pods: Set<NamespaceID>, _ allocation: Allocation) -> Bool {
    allocation.namespace.map(pods.contains) == true
      || !allocation.places.isEmpty && allocation.places.allSatisfy { pods.contains($0.namespace) }
  }

  private mutating func report(
    _ kind: Change.Kind, _ subject: Change.Subject, _ allocation: Allocation, _ detail: String,
    in topology: Topology
  ) {
    let place = allocation.namespace.flatMap { topology[$0] }
    report(kind, subject, "\(allocation.address)", detail, in: place)
  }
}

extension Network {
  fileprivate var summary: String {
    "network of "
      + (ranges.isEmpty ? directory : ranges.map(\.subnet.description).joined(separator: ", "))
  }
}

extension Allocation {
  /// `used by default/web-7d9`
  fileprivate var words: String {
    let container = lease.map { "container \($0.containerID.prefix(12))" }
    return state.rawValue + ((holder ?? container).map { " by \($0)" } ?? "")
  }
}
