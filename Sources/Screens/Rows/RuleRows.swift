import TUI
import Topology

extension Topology {
  /// The pods' translations, then a line per other owner with that owner's rules where it is unfolded.
  func ruleRows(_ index: RuleIndex, isUnfolded: (RowID) -> Bool = { _ in false }) -> [Row] {
    var rows = lacksForwarding ? [forwardingRow] : []
    rows += index.own.map(row) + index.missing.map(row)
    for owner in Rule.Owner.allCases {
      guard let rules = index.others[owner] else { continue }
      let isOpen = isUnfolded(.owner(owner))
      rows.append(head(of: owner, count: rules.count, isOpen: isOpen))
      if isOpen { rows += rules.map(row) }
    }
    return rows
  }

  /// Every chain of every table with its rules, as the kernel goes through them.
  func chainRows() -> [Row] {
    firewall.tables.flatMap { table in
      table.chains.flatMap { chain in
        [Row(id: .chain(chain.id), cells: [chain.words], style: .heading)]
          + chain.rules.map { rule in
            Row(
              id: .rule(rule.id), cells: ["    " + rule.text],
              style: rule.isLeaked ? .bad : .plain, isFault: rule.isLeaked,
              flow: .rules([rule.id], packets: rule.counter?.packets),
              namespace: rule.namespace)
          }
      }
    }
  }

  private func head(of owner: Rule.Owner, count: Int, isOpen: Bool) -> Row {
    let sum = Quantity.count(UInt64(count))
    let text = "── \(sum) rules of \(owner.rawValue), \(isOpen ? "unfolded" : "folded") ──"
    return Row(id: .owner(owner), cells: [text], style: .dim)
  }

  private var forwardingRow: Row {
    Row(
      id: .forwarding,
      cells: [
        "forwarding", "all pods", "✗ ip_forward is 0", "any", node.name, "", "",
        "sysctl",
      ], style: .bad, isFault: true)
  }

  private func row(of missing: MissingMasquerade) -> Row {
    let pod = self[missing.namespace]?.label.text ?? "–"
    return Row(
      id: .missing(missing.address),
      cells: [
        "missing", "\(missing.address)", "✗ no rule for it", "any", pod, "", "",
        "config of \(missing.network)",
      ], style: .bad, isFault: true, namespace: missing.namespace,
      facets: Row.Facets(pod: pod.lowercased(), address: "\(missing.address)"))
  }

  private func row(of rule: Rule) -> Row {
    let pod = rule.namespace.flatMap { self[$0]?.label.text } ?? rule.pod ?? rule.owner.rawValue
    return Row(
      id: .rule(rule.id),
      cells: [
        rule.action.word, rule.match.source ?? "any", rule.destination,
        rule.match.outInterface ?? rule.match.service ?? "any",
        rule.isLeaked ? "✗ gone (\(pod))" : pod, "", "", rule.id.chain.table.words,
      ], style: rule.isLeaked ? .bad : .plain, isFault: rule.isLeaked,
      flow: .rules([rule.id], packets: rule.counter?.packets),
      namespace: rule.namespace,
      facets: Row.Facets(
        pod: pod.lowercased(), address: "\(rule.match.source ?? "") \(rule.destination)",
        interface: (rule.match.outInterface ?? "").lowercased()))
  }
}

extension Rule {
  /// Neither the bridge plugin's nor portmap's.
  var isForeign: Bool { owner != .cni && owner != .portmap && attachment == nil }

  /// Where it leads, or for which destinations it holds.
  var destination: String {
    let matched = match.destination ?? "any"
    switch action {
    case .masquerade:
      return
        "outside \(match.destination.map { $0.hasPrefix("!= ") ? String($0.dropFirst(3)) : $0 } ?? "")"
    case .snat(let target), .dnat(let target), .redirect(let target):
      return "\(matched) → \(target)"
    case .jump(let chain), .goto(let chain): return "\(matched) → \(chain)"
    case .accept, .drop, .reject, .return, .other: return matched
    }
  }
}

extension Rule.Action {
  var word: String {
    switch self {
    case .masquerade: "masquerade"
    case .snat: "snat"
    case .dnat: "dnat"
    case .redirect: "redirect"
    case .accept: "accept"
    case .drop: "drop"
    case .reject: "reject"
    case .return: "return"
    case .jump: "jump"
    case .goto: "goto"
    case .other: "other"
    }
  }
}

extension TableID {
  var words: String {
    backend == .legacy
      ? (family == "ip6" ? "ip6tables-legacy" : "iptables-legacy") : "nft \(family)"
  }
}

extension RuleChain {
  /// `nft inet cni_plugins_masquerade · masq_checks  hook postrouting prio 100 policy accept`.
  var words: String {
    let place = "\(id.table.words) \(id.table.name) · \(id.name)"
    guard let hook else { return place }
    return "\(place)   \(hook.type) hook \(hook.name) prio \(hook.priority) policy \(hook.policy)"
  }
}
