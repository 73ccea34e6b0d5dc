import Dice
import Topology

extension Dice {
  mutating func firewall() -> Firewall {
    let ids = [
      TableID(backend: .nftables, family: "inet", name: "t"),
      TableID(backend: .nftables, family: "ip", name: "nat"),
      TableID(backend: .legacy, family: "ip", name: "nat"),
      TableID(backend: .legacy, family: "ip6", name: "\u{7f}"),
    ]
    return Firewall(tables: some(of: ids).map { table($0) }, isComplete: flip())
  }

  private mutating func table(_ id: TableID) -> RuleTable {
    RuleTable(
      id: id,
      chains: ChunkedArray(
        some(of: ["A", "B", "C"]).map { chain(ChainID(table: id, name: $0)) }),
      isDormant: flip(), owner: maybe { $0.number(UInt32.self) })
  }

  private mutating func chain(_ id: ChainID) -> RuleChain {
    RuleChain(
      id: id,
      hook: maybe {
        RuleChain.Hook(
          type: $0.text(), name: $0.text(), priority: $0.number(Int32.self), policy: $0.text(),
          devices: $0.some(upTo: 2) { $0.text() })
      }, policyCounter: maybe { $0.counter() },
      rules: ChunkedArray(some(upTo: 5) { $0.rule(in: id) }))
  }

  private mutating func counter() -> RuleCounter {
    RuleCounter(packets: number(UInt64.self), bytes: number(UInt64.self))
  }

  private mutating func rule(in chain: ChainID) -> Rule {
    Rule(
      id: RuleID(chain: chain, handle: number(UInt64.self)), text: text(), action: action(),
      match: Rule.Match(
        source: maybe { $0.text() }, destination: maybe { $0.text() },
        inInterface: maybe { $0.text() }, outInterface: maybe { $0.text() },
        service: maybe { $0.text() }, sourcePrefix: maybe { $0.prefix() },
        destinationPrefix: maybe { $0.prefix() }),
      counter: maybe { $0.counter() }, comment: maybe { $0.text() }, owner: any(Rule.Owner.self),
      attachment: maybe { $0.attachment() }, namespace: maybe { $0.namespaceID() },
      pod: maybe { $0.text() }, isLeaked: flip())
  }

  private mutating func action() -> Rule.Action {
    one(of: [
      .masquerade, .snat(text()), .dnat(text()), .redirect(text()), .netmap(text()), .accept, .drop,
      .reject,
      .return, .jump(text()), .goto(text()), .other,
    ])
  }
}
