import Topology

/// A rule as far as a person would tell it from another: not its handle, which in a legacy table
/// every rule above it shifts, and not its counter.
struct RuleKey: Hashable {
  var text: String
  var comment: String?
  var isLeaked: Bool
  var namespace: NamespaceID?

  /// The rule's pod may come to be known, or go, while the rule itself stays.
  static func == (left: Self, right: Self) -> Bool {
    left.text == right.text && left.comment == right.comment
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(comment)
  }

  func serves(_ pods: Set<NamespaceID>) -> Bool { namespace.map(pods.contains) == true }
}

extension Rule {
  var said: RuleKey {
    RuleKey(text: text, comment: comment, isLeaked: isLeaked, namespace: namespace)
  }
}

extension RuleChain {
  /// A chain made for pods of these.
  func serves(only pods: Set<NamespaceID>) -> Bool {
    !rules.isEmpty && rules.allSatisfy { $0.said.serves(pods) }
  }
}

extension RuleChain.Hook {
  var words: String { "\(type) \(name) priority \(priority) policy \(policy)" }
}

extension TableID {
  /// `ip nat`, or `iptables nat` where it is a legacy one.
  var words: String {
    switch (backend, family) {
    case (.nftables, _): "\(family) \(name)"
    case (.legacy, "ip6"): "ip6tables-legacy \(name)"
    case (.legacy, _): "iptables-legacy \(name)"
    }
  }
}

extension ChainID {
  var words: String { "\(table.words) \(name)" }
}

extension RuleTable {
  var ruleCount: Int { chains.reduce(0) { $0 + $1.rules.count } }

  var summary: String { "\(chains.count) chains, \(ruleCount) rules" }
}
