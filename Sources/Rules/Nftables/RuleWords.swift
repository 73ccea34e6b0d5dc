public import Netlink
public import Topology

extension Rule {
  /// What an nftables rule says. `sets` holds at least the anonymous ones the rule looks into.
  public init(
    _ rule: NftRule, sets: [NftSet.ID: NftSet] = [:], setNames: [UInt16: String] = [:],
    names: NodeNames = .standard
  ) {
    var interpreter = NftInterpreter(sets: sets, setNames: setNames, names: names)
    let chain = ChainID(rule.chain)
    self = interpreter.rule(rule, in: chain, of: Owner(chain))
  }
}

extension NftRule {
  /// The rule as `nft list ruleset` writes it, counters and comment included.
  public func text(
    sets: [NftSet.ID: NftSet] = [:], names: NodeNames = .standard
  ) -> String {
    var interpreter = NftInterpreter(sets: sets, names: names)
    var words = interpreter.clauses(of: self).map(\.text)
    if let comment { words.append("comment \"\(comment)\"") }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
