public import Topology

/// All rules with their owners, backend by backend, as `nft list ruleset` and `iptables-save` order them.
public struct RuleListing {
  private let firewall: Firewall

  public init(_ firewall: Firewall) {
    self.firewall = firewall
  }

  public var lines: [String] {
    firewall.tables.flatMap { table in
      ["table \(table.id.text)" + (table.isDormant ? ", dormant" : "")]
        + table.chains.flatMap(lines)
    }
  }

  private func lines(_ chain: RuleChain) -> [String] {
    var head = "  chain \(chain.id.name)"
    if let hook = chain.hook {
      let devices = hook.devices.isEmpty ? "" : " of \(hook.devices.joined(separator: ", "))"
      head +=
        ": \(hook.type) at \(hook.name)\(devices), priority \(hook.priority), policy \(hook.policy)"
    }
    return [head] + chain.rules.map(line)
  }

  private func line(_ rule: Rule) -> String {
    var line = "    \(rule.id.handle): \(rule.text)"
    if let comment = rule.comment { line += " # \(comment)" }
    return rule.owner == .other ? line : line + " [\(rule.owner.rawValue)]"
  }
}
