public import Topology

extension Topology {
  static let nftables = RuleTable(
    id: masqueradeTable,
    chains: [
      RuleChain(
        id: masqueradeChain,
        hook: RuleChain.Hook(type: "nat", name: "postrouting", priority: 100),
        rules: [
          masquerade(handle: 4, pod: 1, address: "10.22.0.2", name: "default/web-7d9"),
          masquerade(handle: 5, pod: 2, address: "10.22.0.3", name: "default/api-55c"),
          masquerade(handle: 6, pod: 3, address: "10.22.0.4", name: "kube-system/coredns"),
        ])
    ])

  private static let masqueradeTable = TableID(
    backend: .nftables, family: "inet", name: "cni_plugins_masquerade")
  static let masqueradeChain = ChainID(table: masqueradeTable, name: "masq_checks")

  /// A rule of the small node's masquerade chain, of nobody in particular.
  public static func rule(handle: UInt64, text: String) -> Rule {
    Rule(id: RuleID(chain: masqueradeChain, handle: handle), text: text, action: .other)
  }

  static func masquerade(handle: UInt64, pod: Int, address: String, name: String) -> Rule {
    Rule(
      id: RuleID(chain: masqueradeChain, handle: handle),
      text: "ip saddr \(address) ip daddr != 10.22.0.0/16 masquerade", action: .masquerade,
      match: Rule.Match(
        source: address, destination: "!= 10.22.0.0/16", sourcePrefix: prefix("\(address)/32")),
      counter: RuleCounter(packets: 1_204, bytes: 98_765),
      comment: "net: mynet, if: eth0, id: \(Namespace.containerID(pod))", owner: .cni,
      attachment: Container.Attachment(
        network: "mynet", containerID: Namespace.containerID(pod), interface: "eth0"),
      namespace: .pod(pod), pod: name)
  }

  private static let legacyTable = TableID(backend: .legacy, family: "ip", name: "nat")

  static let legacy = RuleTable(
    id: legacyTable,
    chains: [
      RuleChain(
        id: ChainID(table: legacyTable, name: "PREROUTING"),
        hook: RuleChain.Hook(type: "nat", name: "prerouting", priority: -100),
        policyCounter: RuleCounter(packets: 31, bytes: 1_860),
        rules: [
          Rule(
            id: RuleID(chain: ChainID(table: legacyTable, name: "PREROUTING"), handle: 1),
            text: "-p tcp --dport 8080 -j DNAT --to-destination 10.22.0.2:80",
            action: .dnat("10.22.0.2:80"), match: Rule.Match(service: "tcp dport 8080"),
            counter: RuleCounter(packets: 31, bytes: 1_860), owner: .portmap,
            namespace: .pod(1), pod: "default/web-7d9")
        ]),
      RuleChain(
        id: ChainID(table: legacyTable, name: "CNI-4f6d91ab2c7733e1d0aa4c11"),
        rules: [
          Rule(
            id: RuleID(
              chain: ChainID(table: legacyTable, name: "CNI-4f6d91ab2c7733e1d0aa4c11"), handle: 1),
            text: "! -d 224.0.0.0/4 -j MASQUERADE", action: .masquerade,
            counter: RuleCounter(packets: 0, bytes: 0), owner: .cni, isLeaked: true)
        ]),
    ])
}
