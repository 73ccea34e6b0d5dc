import Topology

/// The rules of a node by what views ask of them: thousands are gone through once, and not at each key
/// or at each change of one.
struct RuleIndex: Sendable {
  /// What translates for pods, in the kernel's order.
  private(set) var own: [Rule] = []
  /// How many there are of what others translate, and of those whose owner is known.
  private(set) var others: [Rule.Owner: Int] = [:]
  private(set) var masquerades: [Rule] = []
  /// Whether there are rules that iptables can tell too.
  private(set) var isOfIPTables = false
  private(set) var missing: [MissingMasquerade]

  init(_ topology: Topology) {
    missing = topology.missingMasquerades
    for table in topology.firewall.tables {
      for rule in table.chains.lazy.flatMap(\.rules) { add(rule, isDormant: table.isDormant) }
    }
  }

  /// Of a newer topology, in which often only few rules or only other things have changed.
  func renewed(from old: Topology, to new: Topology) -> RuleIndex {
    // The first rules are all new: no list of them is made.
    guard !old.firewall.tables.isEmpty else { return RuleIndex(new) }
    let (removed, added) = new.firewall.difference(from: old.firewall)
    guard new.firewall.isComplete == old.firewall.isComplete,
      new.firewall.dormantTables == old.firewall.dormantTables,
      !removed.contains(where: \.isListed),
      !added.contains(where: \.isListed)
    else { return RuleIndex(new) }
    var index = self
    for rule in removed where rule.isOfOthers { index.others[rule.owner, default: 0] -= 1 }
    if added.contains(where: { $0.iptablesText != nil }) { index.isOfIPTables = true }
    for rule in added where rule.isOfOthers { index.others[rule.owner, default: 0] += 1 }
    index.others = index.others.filter { $0.value > 0 }
    if new.networks != old.networks { index.missing = new.missingMasquerades }
    return index
  }

  /// What an owner's line folds, in the kernel's order.
  static func others(of owner: Rule.Owner, in topology: Topology) -> [Rule] {
    topology.firewall.tables.lazy.flatMap(\.chains).flatMap(\.rules).filter {
      $0.owner == owner && $0.isOfOthers
    }
  }

  private mutating func add(_ rule: Rule, isDormant: Bool) {
    if rule.iptablesText != nil { isOfIPTables = true }
    if rule.action == .masquerade, !isDormant { masquerades.append(rule) }
    if rule.isOfOthers {
      others[rule.owner, default: 0] += 1
    } else if rule.action.translates, !rule.isForeign {
      own.append(rule)
    }
  }
}

extension Rule {
  fileprivate var isOfOthers: Bool { isForeign && (action.translates || owner != .other) }

  /// It has a place in a list of the index, or decides what is missing.
  fileprivate var isListed: Bool {
    action == .masquerade || action.translates && !isForeign || action.changesSource
  }
}
