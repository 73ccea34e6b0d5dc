extension NftRule {
  /// The rule as `nft list ruleset` writes it, counters and comment included.
  public func text(sets: [NftSet.ID: NftSet] = [:]) -> String {
    var interpreter = RuleInterpreter(sets: sets)
    var words = interpreter.clauses(of: self).map(\.text)
    if let comment { words.append("comment \"\(comment)\"") }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension RuleSummary {
  /// What an nftables rule says. `sets` holds at least the anonymous ones the rule looks into.
  public init(_ rule: NftRule, sets: [NftSet.ID: NftSet] = [:]) {
    var interpreter = RuleInterpreter(sets: sets)
    self.init(interpreter.clauses(of: rule), comment: rule.comment)
  }
}
