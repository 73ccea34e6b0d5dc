import Netlink
import Topology

extension Firewall {
  /// Every rule in a person's words, before it is known whose it is.
  init(_ facts: RuleFacts) {
    self.init(
      tables: (facts.nftables?.tables ?? []).map { RuleTable($0) }
        + facts.legacy.map { RuleTable($0) }, isComplete: facts.gaps.isEmpty)
  }
}

extension RuleTable {
  fileprivate init(_ table: Ruleset.Table) {
    let id = TableID(
      backend: .nftables, family: "\(table.table.id.family)", name: table.table.id.name)
    self.init(
      id: id,
      chains: table.chains.map { chain in
        let chainID = ChainID(table: id, name: chain.chain.id.name)
        return RuleChain(
          id: chainID,
          hook: chain.chain.hook.map { RuleChain.Hook($0, family: table.table.id.family) },
          policyCounter: chain.chain.counter.map(RuleCounter.init),
          rules: chain.rules.map { rule in
            Rule(rule.summary, id: RuleID(chain: chainID, handle: rule.handle))
          })
      })
  }

  fileprivate init(_ table: LegacyTable) {
    let id = TableID(backend: .legacy, family: table.isIPv6 ? "ip6" : "ip", name: table.name)
    self.init(
      id: id,
      chains: table.chains.map { chain in
        let chainID = ChainID(table: id, name: chain.name)
        return RuleChain(
          id: chainID, hook: chain.policy.map { RuleChain.Hook($0, table: table.name) },
          policyCounter: chain.policy.map { RuleCounter($0.counter) },
          rules: chain.rules.enumerated().map { place, rule in
            Rule(rule, id: RuleID(chain: chainID, handle: UInt64(place + 1)))
          })
      })
  }
}

extension RuleChain.Hook {
  fileprivate init(_ hook: NftChain.Hook, family: NftFamily) {
    let names = family == .netdev ? ["ingress", "egress"] : Self.names
    self.init(
      type: hook.type, name: Self.name(Int(hook.number), names), priority: hook.priority,
      policy: hook.drops ? "drop" : "accept")
  }

  /// A legacy table is called at one priority, whatever the hook.
  fileprivate init(_ policy: LegacyTable.Policy, table: String) {
    let priorities: [String: Int32] = [
      "raw": -300, "mangle": -150, "nat": -100, "filter": 0, "security": 50,
    ]
    self.init(
      type: table == "nat" ? "nat" : "filter", name: Self.name(policy.hook, Self.names),
      priority: priorities[table] ?? 0, policy: policy.drops ? "drop" : "accept")
  }

  private static func name(_ number: Int, _ names: [String]) -> String {
    names.indices.contains(number) ? names[number] : "hook \(number)"
  }

  /// `NF_INET_*` (include/uapi/linux/netfilter.h), by number.
  private static let names = [
    "prerouting", "input", "forward", "output", "postrouting", "ingress",
  ]
}

extension RuleCounter {
  init(_ counter: PacketCounter) {
    self.init(packets: counter.packets, bytes: counter.bytes)
  }
}

extension Rule {
  fileprivate init(_ summary: RuleSummary, id: RuleID) {
    self.init(
      id: id, text: summary.text, action: Action(summary.action), match: Match(summary),
      counter: summary.counter.map(RuleCounter.init), comment: summary.comment)
  }
}

extension Rule.Action {
  fileprivate init(_ action: RuleAction) {
    switch action {
    case .masquerade: self = .masquerade
    case .snat(let to): self = .snat(to)
    case .dnat(let to): self = .dnat(to)
    case .redirect(let to): self = .redirect(to)
    case .accept: self = .accept
    case .drop: self = .drop
    case .reject: self = .reject
    case .return: self = .return
    case .jump(let chain): self = .jump(chain)
    case .goto(let chain): self = .goto(chain)
    case .other: self = .other
    }
  }
}

extension Rule.Match {
  fileprivate init(_ summary: RuleSummary) {
    let ports = [
      summary.sourcePort.map { "sport \($0)" }, summary.destinationPort.map { "dport \($0)" },
    ].compactMap(\.self)
    let service = ([summary.transport].compactMap(\.self) + ports).joined(separator: " ")
    self.init(
      source: summary.source, destination: summary.destination,
      inInterface: summary.inInterface, outInterface: summary.outInterface,
      service: service.isEmpty ? nil : service, sourcePrefix: summary.sourcePrefix,
      destinationPrefix: summary.destinationPrefix)
  }
}
