import TUI
import Topology

extension Topology {
  /// The pods' translations, then a line per other owner with that owner's rules where it is unfolded.
  func ruleItems(
    _ index: RuleIndex, isUnfolded: (RowID) -> Bool = { _ in false }
  ) -> [RuleItem] {
    let dormant = firewall.dormantTables
    let item = { (rule: Rule) in
      self.item(rule, isDormant: dormant.contains(rule.id.chain.table))
    }
    var items = lacksForwarding ? [RuleItem(forwardingOf: node)] : []
    items += index.own.map(item) + index.missing.map(self.item)
    for owner in Rule.Owner.allCases {
      guard let count = index.others[owner] else { continue }
      let isOpen = isUnfolded(.owner(owner))
      items.append(RuleItem(headOf: owner, count: count, isOpen: isOpen))
      if isOpen { items += RuleIndex.others(of: owner, in: self).map(item) }
    }
    return items
  }

  /// Every chain of every table with its rules, as the kernel goes through them.
  func chainItems(_ text: (Rule) -> String) -> [ChainItem] {
    let dormant = firewall.dormantTables
    return firewall.tables.flatMap(\.chains).flatMap { chain in
      let isDormant = dormant.contains(chain.id.table)
      let head = ChainItem(
        outline: Row(id: .chain(chain.id), style: .heading), text: chain.words(isDormant: isDormant)
      )
      return [head]
        + chain.rules.map { rule in
          ChainItem(outline: Row(rule, isDormant: isDormant), text: "    " + text(rule))
        }
    }
  }

  private func item(_ missing: MissingMasquerade) -> RuleItem {
    let pod = self[missing.namespace]?.label.text ?? "–"
    return RuleItem(
      outline: Row(
        id: .missing(missing.address), style: .bad, isFault: true, namespace: missing.namespace,
        facets: Row.Facets(pod: pod.lowercased(), address: "\(missing.address)")),
      action: "missing", source: "\(missing.address)", destination: "✗ no rule for it", via: "any",
      pod: pod, backend: "config of \(missing.network)")
  }

  private func item(_ rule: Rule, isDormant: Bool) -> RuleItem {
    let pod = rule.namespace.flatMap { self[$0]?.label.text } ?? rule.pod ?? rule.owner.rawValue
    var outline = Row(rule, isDormant: isDormant)
    outline.facets = Row.Facets(
      pod: pod.lowercased(), address: "\(rule.match.source ?? "") \(rule.destination)",
      interface: (rule.match.outInterface ?? "").lowercased())
    return RuleItem(
      outline: outline, action: rule.action.name, source: rule.match.source ?? "any",
      destination: (isDormant ? "dormant: " : "") + rule.destination,
      via: rule.match.outInterface ?? rule.match.service ?? "any",
      pod: rule.isLeaked ? "✗ gone (\(pod))" : pod,
      backend: rule.id.chain.table.words)
  }
}

extension RuleItem {
  fileprivate init(headOf owner: Rule.Owner, count: Int, isOpen: Bool) {
    let sum = Quantity.count(UInt64(count))
    self.init(
      outline: Row(id: .owner(owner), style: .dim),
      action: owner.rawValue, source: "\(sum) \(count == 1 ? "rule" : "rules")",
      destination: isOpen ? "unfolded" : "folded")
  }

  fileprivate init(forwardingOf node: Node) {
    self.init(
      outline: Row(id: .forwarding, style: .bad, isFault: true), action: "forwarding",
      source: "all pods", destination: "✗ ip_forward is 0", via: "any", pod: node.name,
      backend: "sysctl")
  }
}

extension Row {
  fileprivate init(_ rule: Rule, isDormant: Bool) {
    self.init(
      id: .rule(rule.id), style: isDormant ? .dim : rule.isLeaked ? .bad : .plain,
      isFault: rule.isLeaked,
      flow: .rules([rule.id], packets: rule.counter?.packets), namespace: rule.namespace)
  }
}
