import Addressing
import Topology

extension Comparison {
  mutating func compareNetworks() {
    guard old.networks != new.networks else { return }
    let then = Dictionary(old.networks.map { ($0.id, $0) }) { first, _ in first }
    let now = Dictionary(new.networks.map { ($0.id, $0) }) { first, _ in first }
    for network in old.networks where now[network.id] == nil {
      report(.removed, .configuration, network.name, network.summary)
      compareGaps(network.oddities, [])
    }
    for network in new.networks {
      if let before = then[network.id] {
        if before != network { compare(before, network) }
      } else {
        report(.added, .configuration, network.name, network.summary)
        compareGaps([], network.oddities)
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
    if before.holdings != after.holdings { compareHoldings(before, after) }
    compareGaps(before.oddities, after.oddities)
  }

  private mutating func compareHoldings(_ before: Network, _ after: Network) {
    let then = Dictionary(before.holdings.map { ($0.address, $0) }) { first, _ in first }
    let now = Dictionary(after.holdings.map { ($0.address, $0) }) { first, _ in first }
    for holding in before.holdings
    where now[holding.address] == nil && !isOf(gone, holding) {
      report(.removed, .lease, holding, "of \(after.name)", in: old)
    }
    for holding in after.holdings {
      if let earlier = then[holding.address] {
        if !isOf(gone, earlier) || holding.lease == nil { compare(earlier, holding, of: after) }
      } else if !isOf(arrived, holding) {
        report(.added, .lease, holding, "of \(after.name), \(holding.words)", in: new)
      }
    }
  }

  private mutating func compare(_ before: Holding, _ after: Holding, of network: Network) {
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

  private func isOf(_ pods: Set<NamespaceID>, _ holding: Holding) -> Bool {
    holding.namespace.map(pods.contains) == true
      || !holding.places.isEmpty && holding.places.allSatisfy { pods.contains($0.namespace) }
  }

  private mutating func report(
    _ kind: Change.Kind, _ subject: Change.Subject, _ holding: Holding, _ detail: String,
    in topology: Topology
  ) {
    let place = holding.namespace.flatMap { topology[$0] }
    report(kind, subject, "\(holding.address)", detail, in: place)
  }
}

extension Network {
  fileprivate var summary: String {
    "network of "
      + (ranges.isEmpty ? directory : ranges.map(\.subnet.description).joined(separator: ", "))
  }
}

extension Holding {
  /// `used by default/web-7d9`
  fileprivate var words: String {
    let container = lease.map { "container \($0.containerID.prefix(12))" }
    return state.rawValue + ((holder ?? container).map { " by \($0)" } ?? "")
  }
}
