import Topology

/// The rules of a node by what views ask of them: thousands are gone through once, and not at each key.
struct RuleIndex: Sendable {
  /// What translates for pods, in the kernel's order.
  private(set) var own: [Rule] = []
  /// What others translate, and all of those whose owner is known.
  private(set) var others: [Rule.Owner: [Rule]] = [:]
  private(set) var masquerades: [Rule] = []
  let missing: [MissingMasquerade]

  init(_ topology: Topology) {
    missing = topology.missingMasquerades
    for table in topology.firewall.tables {
      for chain in table.chains {
        for rule in chain.rules { add(rule) }
      }
    }
  }

  /// Of a newer topology, in which often only other things have changed.
  func renewed(from old: Topology, to new: Topology) -> RuleIndex {
    new.firewall == old.firewall && new.networks == old.networks ? self : RuleIndex(new)
  }

  private mutating func add(_ rule: Rule) {
    if rule.action == .masquerade { masquerades.append(rule) }
    if !rule.isForeign {
      if rule.action.translates { own.append(rule) }
    } else if rule.action.translates || rule.owner != .other {
      others[rule.owner, default: []].append(rule)
    }
  }
}
