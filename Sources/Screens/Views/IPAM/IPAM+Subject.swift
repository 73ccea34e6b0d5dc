import Export
import TUI
import Topology

extension Subject {
  /// The selected network, and the address of it that the cursor is on.
  static let network = Subject(
    details: { app in app.network.map(app.details) ?? [] },
    commands: { app in
      app.network.map { [Equivalent.command(for: app.allocation, in: $0)] } ?? []
    },
    otherEnd: { app in app.allocation?.namespace.map(app.placeOfRule) },
    name: { app in app.grid.isActive ? app.cellAddress.map { "\($0)" } : nil })
}

extension App {
  /// The rule that serves a pod, or the pod itself where none does.
  fileprivate func placeOfRule(of pod: NamespaceID) -> Subject.Destination {
    let rules = shown.topology.ruleItems(shown.rules)
    let rule = rules.first { $0.outline.namespace == pod }
    return rule.map { .init(.nat, $0.outline.id) } ?? .init(.pods, .namespace(pod))
  }

  fileprivate func details(of network: Network) -> [Details.Entry] {
    let ranges = network.ranges.map { Details.Entry("range", "\($0.addresses)") }
    let last = network.lastReserved.values.sorted().map { Details.Entry("last", "\($0)") }
    let next = network.rangeSets.indices.map { set in
      network.nextAddress(inSet: set).map { Details.Entry("next", "\($0)", .good) }
        ?? Details.Entry("next", "none: every address is taken", .bad)
    }
    let foreign = network.foreignFiles.map { Details.Entry("foreign", "\($0)", .changed) }
    return ranges + last + next + foreign + detailsOfAddress(in: network)
  }

  private func detailsOfAddress(in network: Network) -> [Details.Entry] {
    guard let address = cellAddress else { return [] }
    guard let allocation else {
      return [
        .init("address", "\(address)"), .init("state", network.wordWithoutAllocation(for: address)),
      ]
    }
    return [
      .init("address", "\(address)"),
      .init("state", allocation.state.rawValue, allocation.state == .used ? .good : .changed),
      .init("holder", allocation.holder ?? "–"),
      .init("since", allocation.lease.map { $0.since.timeOfDay(offset: clockOffset) } ?? "–"),
      .init("container", allocation.lease?.containerID ?? "–"),
      .init("evidence", allocation.evidence),
    ]
  }
}
