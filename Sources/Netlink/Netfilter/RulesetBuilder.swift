/// Takes in the rules of a ruleset whose tables, chains and sets are known, one after the other.
public struct RulesetBuilder {
  public private(set) var ruleset: Ruleset
  private var interpreter: RuleInterpreter
  private let places: [NftChain.ID: Ruleset.Place]
  /// Rules come chain by chain.
  private var last: (chain: NftChain.ID, place: Ruleset.Place)?

  public init(_ ruleset: Ruleset) {
    self.ruleset = ruleset
    interpreter = RuleInterpreter(sets: ruleset.sets)
    places = ruleset.places
  }

  /// Adds a rule at the end of its chain; one whose chain is not here is ignored.
  public mutating func add(_ rule: NftRule) {
    guard let place = place(of: rule.chain) else { return }
    let summary = RuleSummary(interpreter.clauses(of: rule), comment: rule.comment)
    ruleset.tables[place.table].chains[place.chain].rules.append(
      Ruleset.Rule(handle: rule.handle, summary: summary))
  }

  private mutating func place(of chain: NftChain.ID) -> Ruleset.Place? {
    if let last, last.chain == chain { return last.place }
    guard let place = places[chain] else { return nil }
    last = (chain, place)
    return place
  }
}

extension Ruleset {
  typealias Place = (table: Int, chain: Int)

  fileprivate var places: [NftChain.ID: Place] {
    var places: [NftChain.ID: Place] = [:]
    for (table, content) in tables.enumerated() {
      for (chain, content) in content.chains.enumerated() {
        places[content.chain.id] = (table, chain)
      }
    }
    return places
  }
}
