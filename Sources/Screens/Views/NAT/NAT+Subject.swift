import Addressing
import TUI
import Topology

extension Subject {
  static func rule(_ id: RuleID) -> Subject {
    Subject(
      details: { $0.details(of: id) }, commands: { _ in [Equivalent.command(for: id.chain)] },
      otherEnd: { $0.placeOfPod })
  }

  /// Rules that hide the same addresses, by the first of them.
  static func masquerade(_ id: RuleID) -> Subject {
    var subject = Subject.rule(id)
    subject.otherEnd = { _ in Destination(.nat, .rule(id)) }
    return subject
  }

  static func missingMasquerade(of address: IPAddress) -> Subject {
    Subject(
      details: { $0.details(ofMissing: address) },
      commands: { _ in ["nft list ruleset", "iptables-legacy-save -t nat"] },
      otherEnd: { $0.placeOfPod })
  }

  static let forwarding = Subject(
    details: { _ in
      [
        .init("state", "✗ the node passes on no packet of its pods", .bad),
        .init("evidence", "net.ipv4.ip_forward = 0"),
        .init("cure", "sysctl -w net.ipv4.ip_forward=1"),
      ]
    }, commands: { _ in ["sysctl net.ipv4.ip_forward"] })

  static func chain(_ id: ChainID) -> Subject {
    Subject(
      details: { _ in [.init("chain", id.name), .init("table", id.table.name)] },
      commands: { _ in [Equivalent.command(for: id)] })
  }

  static func owner(_ owner: Rule.Owner) -> Subject {
    Subject(details: { _ in [.init("owner", owner.rawValue), .init("↵", "folds, unfolds")] })
  }
}

extension App {
  fileprivate var placeOfPod: Subject.Destination? {
    row?.namespace.map { .init(.pods, .namespace($0)) }
  }

  fileprivate func details(ofMissing address: IPAddress) -> [Details.Entry] {
    guard let missing = shown.rules.missing.first(where: { $0.address == address })
    else { return [] }
    return [
      .init("address", "\(address)"),
      .init("pod", shown.topology[missing.namespace]?.label.text ?? "–"),
      .init("state", "✗ no rule masquerades it, and the config asks for one", .bad),
      .init("config", "ipMasq of network \(missing.network)"),
    ]
  }

  fileprivate func details(of id: RuleID) -> [Details.Entry] {
    let chain = shown.topology.firewall.tables.first { $0.id == id.chain.table }?.chains
      .first { $0.id == id.chain }
    guard let chain, let rule = chain.rules.first(where: { $0.id == id }) else { return [] }
    let asIPTables = rule.iptablesText.map { [Details.Entry("iptables", $0)] } ?? []
    return [.init("rule", rule.text)] + asIPTables + [
      .init("chain", chain.words()), .init("owner", rule.owner.rawValue),
      .init("pod", rule.pod ?? "–"), .init("comment", rule.comment ?? "–"),
    ] + (rule.isLeaked ? [.init("state", "✗ leaked: its attachment is gone", .bad)] : [])
  }
}
