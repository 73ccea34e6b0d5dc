extension Firewall {
  /// The rules that `old` has and this has not as they are, and those that are new. One that only moved
  /// may be among both.
  public func difference(from old: Firewall) -> (removed: [Rule], added: [Rule]) {
    let then = Dictionary(old.tables.map { ($0.id, $0) }) { first, _ in first }
    let now = Set(tables.map(\.id))
    var removed = old.tables.filter { !now.contains($0.id) }.flatMap(\.rules)
    var added: [Rule] = []
    for table in tables {
      let change = table.difference(from: then[table.id] ?? RuleTable(id: table.id))
      removed += change.removed
      added += change.added
    }
    return (removed, added)
  }
}

extension RuleTable {
  fileprivate var rules: [Rule] { chains.flatMap(\.rules) }

  fileprivate func difference(from old: RuleTable) -> (removed: [Rule], added: [Rule]) {
    let (gone, new) = chains.difference(from: old.chains)
    let then = Dictionary(gone.map { ($0.id, $0) }) { first, _ in first }
    let now = Set(new.map(\.id))
    var removed = gone.filter { !now.contains($0.id) }.flatMap(\.rules)
    var added: [Rule] = []
    for chain in new {
      let change = chain.rules.difference(from: then[chain.id]?.rules ?? [])
      removed += change.removed
      added += change.added
    }
    return (removed, added)
  }
}
