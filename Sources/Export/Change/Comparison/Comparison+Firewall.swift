import Topology

extension Comparison {
  mutating func compareFirewalls() {
    guard old.firewall != new.firewall else { return }
    let then = old.firewall.tables.keyed(by: \.id)
    let now = new.firewall.tables.keyed(by: \.id)
    for table in old.firewall.tables where now[table.id] == nil {
      let facts = TableFacts(table)
      report(.table(.removed(facts)), count: facts.ruleCount + 1)
    }
    for table in new.firewall.tables {
      if let before = then[table.id] {
        if before != table { compare(before, table) }
      } else {
        let facts = TableFacts(table)
        report(.table(.added(facts)), count: facts.ruleCount + 1)
      }
    }
  }

  private mutating func compare(_ before: RuleTable, _ after: RuleTable) {
    if before.isDormant != after.isDormant {
      report(.table(.changed(from: TableFacts(before), to: TableFacts(after))))
    }
    let (removed, added) = after.chains.difference(from: before.chains)
    let then = removed.keyed(by: \.id)
    let now = added.keyed(by: \.id)
    for chain in removed where now[chain.id] == nil && !chain.serves(only: gone) {
      report(.chain(.removed(ChainFacts(chain))), count: chain.rules.count + 1)
    }
    for chain in added {
      if let earlier = then[chain.id] {
        if earlier != chain { compare(earlier, chain) }
      } else if !chain.serves(only: arrived) {
        report(.chain(.added(ChainFacts(chain))), count: chain.rules.count + 1)
      }
    }
  }

  private mutating func compare(_ before: RuleChain, _ after: RuleChain) {
    if before.hook != after.hook {
      report(.chain(.changed(from: ChainFacts(before), to: ChainFacts(after))))
    }
    let (removed, added) = after.rules.difference(from: before.rules)
    let then = removed.map(RuleKey.init)
    let now = added.map(RuleKey.init)
    compareLeaks(then, now)
    guard then != now else { return }
    let lost = then.missing(from: now)
    let won = now.missing(from: then)
    report(.removed, lost.filter { !$0.serves(gone) }, of: after, in: old)
    report(.added, won.filter { !$0.serves(arrived) }, of: after, in: new)
    if lost.isEmpty, won.isEmpty {
      report(.chain(.changed(from: ChainFacts(after), to: ChainFacts(after))))
    }
  }

  /// A rule that outlived its namespace is told with that, where both are seen at once.
  private mutating func compareLeaks(_ before: [RuleKey], _ after: [RuleKey]) {
    let then = before.keyed { $0 }
    for key in after {
      guard let earlier = then[key], earlier.rule.isLeaked != key.rule.isLeaked,
        !earlier.serves(gone), !key.serves(arrived)
      else { continue }
      report(.rule(.changed(from: earlier.rule, to: key.rule)))
    }
  }

  private mutating func report(
    _ kind: Change.Kind, _ keys: [RuleKey], of chain: RuleChain, in topology: Topology
  ) {
    guard keys.count > 3 else {
      for rule in keys.map(\.rule) {
        report(
          .rule(kind == .added ? .added(rule) : .removed(rule)),
          in: rule.namespace.flatMap { topology[$0] })
      }
      return
    }
    report(.rules(kind, count: keys.count, in: chain.id), count: keys.count)
  }
}
