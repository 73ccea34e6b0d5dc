import Netlink
public import Topology

extension PacketRules {
  /// A rule in its own words, as a topology has it; `nil` where it is not here.
  public func rule(_ handle: UInt64, in chain: ChainID) -> Rule? {
    switch chain.table.backend {
    case .nftables: nftRule(handle, chain)
    case .legacy: legacyRule(handle, chain)
    }
  }

  private func nftRule(_ handle: UInt64, _ chain: ChainID) -> Rule? {
    guard let id = NftChain.ID(chain), let content = nftables[id] else { return nil }
    return content.rules.first { $0.handle == handle }.map { Rule($0, sets: nftables.named) }
  }

  private func legacyRule(_ number: UInt64, _ chain: ChainID) -> Rule? {
    guard let table = legacy.first(where: { $0.id == chain.table }),
      let rules = table.chain(named: chain.name)?.rules, number > 0, number <= UInt64(rules.count)
    else { return nil }
    var text = LegacyRuleText(table.table)
    return Rule(
      id: RuleID(chain: chain, handle: number), text.clauses(of: rules[Int(number) - 1]),
      of: Rule.Owner(chain))
  }
}
