public import Netlink
import Topology

/// Takes in the rules of tables and chains that are known, one after the other.
public struct NftablesBuilder {
  public private(set) var nftables: Nftables
  private var interpreter: NftInterpreter
  private var places: [ChainID: ChainPlace] = [:]
  /// Rules come chain by chain.
  private var last: (chain: NftChain.ID, place: ChainPlace)?

  public init(_ ruleset: NftRuleset) {
    nftables = Nftables(ruleset)
    interpreter = NftInterpreter(
      sets: ruleset.sets, setNames: ruleset.setNames, names: ruleset.names)
    for (table, content) in nftables.tables.enumerated() {
      for chain in content.chains.indices {
        places[content.chains[chain].id] = ChainPlace(
          table: table, chain: chain, id: content.chains[chain].id,
          owner: Rule.Owner(content.chains[chain].id))
      }
    }
  }

  /// Adds a rule at the end of its chain; one whose chain is not here is ignored.
  public mutating func add(_ rule: NftRule) {
    guard let place = place(of: rule.chain) else { return }
    let new = interpreter.rule(rule, in: place.id, of: place.owner)
    nftables.tables[place.table].chains[place.chain].rules.append(new)
  }

  private mutating func place(of chain: NftChain.ID) -> ChainPlace? {
    if let last, last.chain == chain { return last.place }
    guard let place = places[ChainID(chain)] else { return nil }
    if let last { nftables.tables[last.place.table].chains[last.place.chain].rules.trim() }
    last = (chain, place)
    return place
  }
}

/// Where a chain is among the tables, and whose it is.
private struct ChainPlace {
  var table: Int
  var chain: ChunkedArray<RuleChain>.Index
  var id: ChainID
  /// `nil` for a chain that many use.
  var owner: Rule.Owner?
}
