import Topology

extension Difference<TableFacts> {
  var text: String {
    if case .changed = self { return last.isDormant ? "now dormant" : "no longer dormant" }
    return "\(last.chainCount) chains, \(last.ruleCount) rules"
      + (last.isDormant ? ", dormant" : "")
  }
}

extension Difference<ChainFacts> {
  var text: String {
    switch self {
    case .added(let chain), .removed(let chain):
      chain.ruleCount == 1 ? "1 rule" : "\(chain.ruleCount) rules"
    case .changed(let before, let after):
      change("hook", before.hook, after.hook, \.text) ?? "same rules in another order"
    }
  }
}

extension Difference<Rule> {
  var text: String {
    let place = "in \(last.id.chain.text)"
    switch self {
    case .added(let rule), .removed(let rule): return place + (rule.isLeaked ? ", left behind" : "")
    case .changed(_, let rule):
      return place + (rule.isLeaked ? ": left behind" : ": no longer left behind")
    }
  }
}

extension RuleChain.Hook {
  fileprivate var text: String {
    "\(type) \(name)\(place) priority \(priority) policy \(policy)"
  }

  private var place: String {
    devices.isEmpty ? "" : " of \(devices.joined(separator: ", "))"
  }
}

extension TableID {
  /// `ip nat`, or `iptables nat` where it is a legacy one.
  var text: String {
    switch (backend, family) {
    case (.nftables, _): "\(family) \(name)"
    case (.legacy, "ip6"): "ip6tables-legacy \(name)"
    case (.legacy, _): "iptables-legacy \(name)"
    }
  }
}

extension ChainID {
  var text: String { "\(table.text) \(name)" }
}
