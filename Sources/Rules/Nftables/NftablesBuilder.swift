public import Netlink
import Topology

/// Takes in the rules of tables and chains that are known, one after the other.
public struct NftablesBuilder {
  private var complete: Nftables
  private var interpreter: NftInterpreter
  private var places: [ChainID: ChainPlace] = [:]
  /// Rules come chain by chain: the one they are added to.
  private var last: (chain: NftChain.ID, place: ChainPlace)?
  /// Its rules.
  private var rules: ChunkedArray<Rule> = []

  public init(_ ruleset: NftRuleset) {
    complete = Nftables(ruleset)
    interpreter = NftInterpreter(
      sets: ruleset.sets, setNames: ruleset.setNames, names: ruleset.names)
    for (table, content) in complete.tables.enumerated() {
      for chain in content.chains.indices {
        places[content.chains[chain].id] = ChainPlace(
          table: table, chain: chain, id: content.chains[chain].id,
          owner: Rule.Owner(content.chains[chain].id))
      }
    }
  }

  /// What was added so far.
  public var nftables: Nftables {
    var copy = self
    copy.endChain()
    return copy.complete
  }

  /// Adds a rule at the end of its chain; one whose chain is not here is ignored.
  public mutating func add(_ rule: NftRule) {
    guard let place = place(of: rule.chain) else { return }
    rules.append(interpreter.rule(rule, in: place.id, of: place.owner))
  }

  private mutating func place(of chain: NftChain.ID) -> ChainPlace? {
    if let last, last.chain == chain { return last.place }
    guard let place = places[ChainID(chain)] else { return nil }
    endChain()
    last = (chain, place)
    rules = complete.tables[place.table].chains[place.chain].rules
    return place
  }

  private mutating func endChain() {
    guard let place = last?.place else { return }
    rules.trim()
    complete.tables[place.table].chains[place.chain].rules = rules
    (last, rules) = (nil, [])
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
