import Topology

extension Comparison {
  mutating func compareFirewalls() {
    guard old.firewall != new.firewall else { return }
    let then = Dictionary(old.firewall.tables.map { ($0.id, $0) }) { first, _ in first }
    let now = Dictionary(new.firewall.tables.map { ($0.id, $0) }) { first, _ in first }
    for table in old.firewall.tables where now[table.id] == nil {
      report(.removed, .rule, "table \(table.id.words)", table.summary, count: table.ruleCount + 1)
    }
    for table in new.firewall.tables {
      if let before = then[table.id] {
        if before != table { compare(before, table) }
      } else {
        report(.added, .rule, "table \(table.id.words)", table.summary, count: table.ruleCount + 1)
      }
    }
  }

  private mutating func compare(_ before: RuleTable, _ after: RuleTable) {
    let then = Dictionary(before.chains.map { ($0.id, $0) }) { first, _ in first }
    let now = Dictionary(after.chains.map { ($0.id, $0) }) { first, _ in first }
    for chain in before.chains where now[chain.id] == nil && !chain.serves(only: gone) {
      report(.removed, chain)
    }
    for chain in after.chains {
      if let earlier = then[chain.id] {
        if earlier != chain { compare(earlier, chain) }
      } else if !chain.serves(only: arrived) {
        report(.added, chain)
      }
    }
  }

  private mutating func report(_ kind: Change.Kind, _ chain: RuleChain) {
    let rules = chain.rules.count == 1 ? "1 rule" : "\(chain.rules.count) rules"
    report(kind, .rule, "chain \(chain.id.words)", rules, count: chain.rules.count + 1)
  }

  private mutating func compare(_ before: RuleChain, _ after: RuleChain) {
    if before.hook != after.hook {
      let words = change("hook", before.hook, after.hook, \.words) ?? ""
      report(.changed, .rule, "chain \(after.id.words)", words)
    }
    let then = before.rules.map(\.said)
    let now = after.rules.map(\.said)
    compareLeaks(then, now, in: after)
    guard then != now else { return }
    let lost = then.missing(from: now)
    let won = now.missing(from: then)
    report(.removed, lost.filter { !$0.serves(gone) }, of: after, in: old)
    report(.added, won.filter { !$0.serves(arrived) }, of: after, in: new)
    if lost.isEmpty, won.isEmpty {
      report(.changed, .rule, "chain \(after.id.words)", "same rules in another order")
    }
  }

  /// A rule that outlived its pod is told with the pod, where both are seen at once.
  private mutating func compareLeaks(
    _ before: [RuleKey], _ after: [RuleKey], in chain: RuleChain
  ) {
    let then = Dictionary(before.map { ($0, $0) }) { first, _ in first }
    for rule in after {
      guard let earlier = then[rule], earlier.isLeaked != rule.isLeaked, !earlier.serves(gone),
        !rule.serves(arrived)
      else { continue }
      let word = rule.isLeaked ? "left behind" : "no longer left behind"
      report(.changed, .rule, rule.text, "in \(chain.id.words): \(word)")
    }
  }

  private mutating func report(
    _ kind: Change.Kind, _ rules: [RuleKey], of chain: RuleChain, in topology: Topology
  ) {
    guard rules.count > 3 else {
      for rule in rules {
        report(
          kind, .rule, rule.text, "in \(chain.id.words)" + (rule.isLeaked ? ", left behind" : ""),
          in: rule.namespace.flatMap { topology[$0] })
      }
      return
    }
    report(kind, .rule, "\(rules.count) rules", "in \(chain.id.words)", count: rules.count)
  }
}

extension RuleChain {
  /// Whether it has this rule, whatever its handle and its counter are.
  func keeps(_ rule: Rule) -> Bool {
    rules.contains { $0.text == rule.text && $0.comment == rule.comment }
  }
}
