import Addressing
import Export
import Testing
import Topology
import TopologyKit

/// What happened is there as values; words are made of them.
@Suite struct ChangeEventTests {
  private let node = Topology.small

  private func event(_ edit: (inout Topology) -> Void) throws -> Change.Event {
    let changes = node.changing(edit).changes(since: node)
    try #require(changes.count == 1)
    return changes[0].event
  }

  @Test func aLinkHasWhatItWasAndIs() throws {
    let cable = InterfaceID(namespace: .host, index: 4)
    let changes = node.editing(cable) {
      $0.master = nil
      $0.port = nil
    }.changes(since: node)
    guard case .link(.changed(let before, let after)) = changes.first?.event else {
      Issue.record("no change of a link: \(changes)")
      return
    }
    #expect(changes.count == 1 && before.interface.id == cable && after.master == nil)
    #expect(
      before.master
        == InterfaceReference(
          InterfaceID(namespace: .host, index: 3), name: "cni0", namespace: "host"))
  }

  @Test func aLeaseHasItsAddressItsNetworkAndBothStates() throws {
    let event = try event { $0.networks[0].allocations[1].state = .suspect }
    let before = node.networks[0].allocations[1]
    var after = before
    after.state = .suspect
    #expect(event == .lease(.changed(from: before, to: after), network: "mynet"))
  }

  @Test func aRuleHasItsChainAndWhetherItIsLeaked() throws {
    let event = try event { $0.firewall.tables[0].chains[0].rules[0].isLeaked = true }
    var rule = node.firewall.tables[0].chains[0].rules[0]
    let before = rule
    rule.isLeaked = true
    #expect(event == .rule(.changed(from: before, to: rule)))
  }

  @Test func aNamespaceThatGoesSaysWhatStayed() {
    let changes = node.without(.pod(1)).changes(since: node)
    guard case .namespaceRemoved(let namespace) = changes.first?.event else {
      Issue.record("no namespace went: \(changes)")
      return
    }
    #expect(namespace.leases == [ip("10.22.0.2"), ip("fd00:22::2")])
    #expect(namespace.rules.count == 2)
  }
}
