import Addressing
import Topology

/// One namespace that came or went, and what came or went with it.
extension Comparison {
  mutating func reportArrival(of namespace: Namespace) {
    let leases = new.leases(of: namespace.id)
    let rules = new.rules(of: namespace.id)
    let added = AddedNamespace(
      name: namespace.label.text, addresses: namespace.plainAddresses,
      connection: connection(of: namespace, in: new), leases: leases.map(\.address),
      isMasqueraded: rules.contains { $0.action == .masquerade })
    report(
      .namespaceAdded(added), of: namespace,
      count: 1 + hostEnds(of: namespace, in: new) + leases.count + rules.count)
  }

  mutating func reportRemoval(of namespace: Namespace) {
    let leases = old.leases(of: namespace.id)
    let left = leases.filter { network, address in
      new.networks.first { $0.id == network }?.allocation(of: address)?.lease != nil
    }
    let rules = old.rules(of: namespace.id)
    let leftRules = rules.filter { rule in new.chain(rule.id.chain)?.keeps(rule) == true }
    let removed = RemovedNamespace(
      name: namespace.label.text, addresses: namespace.plainAddresses,
      leases: left.map(\.address), rules: leftRules.map(\.id))
    report(
      .namespaceRemoved(removed), of: namespace,
      count: 1 + hostEnds(of: namespace, in: old) + leases.count - left.count + rules.count
        - leftRules.count)
  }

  private func connection(
    of namespace: Namespace, in topology: Topology
  ) -> AddedNamespace.Connection? {
    for interface in namespace.interfaces {
      switch interface.peer {
      case .end(let id):
        guard let end = topology[id] else { continue }
        let bridge = end.master.flatMap { topology[$0] }?.id
        return .cable(
          end: InterfaceReference(id, in: topology),
          bridge: bridge.map { InterfaceReference($0, in: topology) })
      case .lower(let id):
        guard topology[id] != nil else { return nil }
        return .stacked(
          InterfaceReference(interface.id, in: topology), on: InterfaceReference(id, in: topology))
      case .none, .unresolved: continue
      }
    }
    return nil
  }

  private func hostEnds(of namespace: Namespace, in topology: Topology) -> Int {
    namespace.interfaces.count { interface in
      guard let end = topology.otherEnd(of: interface) else { return false }
      return end.id.namespace != namespace.id
    }
  }
}

extension Namespace {
  /// The addresses others reach it by: IPv4 first, neither loopback nor link-local.
  fileprivate var plainAddresses: [IPAddress] {
    interfaces.flatMap(\.addresses).map(\.prefix.address)
      .filter { !$0.isLoopback && !$0.isLinkLocal }.sorted()
  }
}

extension Topology {
  /// Where the leases of a namespace are: network and address.
  fileprivate func leases(of id: NamespaceID) -> [(network: String, address: IPAddress)] {
    networks.flatMap { network in
      network.allocations.lazy.filter { $0.namespace == id && $0.lease != nil }
        .map { (network.id, $0.address) }
    }
  }

  /// The rules that serve a namespace.
  fileprivate func rules(of id: NamespaceID) -> [Rule] {
    firewall.tables.flatMap { table in
      table.chains.flatMap { chain in chain.rules.filter { $0.namespace == id } }
    }
  }

  fileprivate func chain(_ id: ChainID) -> RuleChain? {
    firewall.tables.first { $0.id == id.table }?.chains.first { $0.id == id }
  }
}

extension RuleChain {
  /// Whether it has this rule, whatever its handle and its counter are.
  fileprivate func keeps(_ rule: Rule) -> Bool {
    rules.contains { RuleKey($0) == RuleKey(rule) }
  }
}
