import Topology

/// A rule as far as a person would tell it from another: not its handle, which in a legacy table
/// every rule above it shifts, and not its counter. Its namespace may come to be known, or go, while the
/// rule itself stays.
struct RuleKey: Hashable {
  let rule: Rule

  init(_ rule: Rule) {
    self.rule = rule
  }

  static func == (left: Self, right: Self) -> Bool {
    left.rule.text == right.rule.text && left.rule.comment == right.rule.comment
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(rule.text)
    hasher.combine(rule.comment)
  }

  func serves(_ namespaces: Set<NamespaceID>) -> Bool {
    rule.namespace.map(namespaces.contains) == true
  }
}

extension RuleChain {
  /// A chain made for namespaces of these.
  func serves(only namespaces: Set<NamespaceID>) -> Bool {
    !rules.isEmpty && rules.allSatisfy { RuleKey($0).serves(namespaces) }
  }
}
