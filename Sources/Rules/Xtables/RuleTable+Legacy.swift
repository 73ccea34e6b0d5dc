public import Netlink
public import Topology

extension RuleTable {
  /// A table of iptables-legacy; a rule's handle is its place in the chain, from 1.
  public init(_ table: LegacyTable) {
    self.init(
      id: TableID(backend: .legacy, family: table.isIPv6 ? "ip6" : "ip", name: table.name))
    for chain in table.chains {
      let id = ChainID(table: self.id, name: chain.name)
      let owner = Rule.Owner(id)
      chains.append(
        RuleChain(
          id: id, hook: chain.policy.map { RuleChain.Hook($0, table: table.name) },
          policyCounter: chain.policy.map { RuleCounter($0.counter) },
          rules: chain.rules.enumerated().map { place, rule in
            Rule(rule, id: RuleID(chain: id, handle: UInt64(place + 1)), of: owner)
          }))
    }
  }
}
