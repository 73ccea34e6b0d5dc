import Addressing
import Testing
import Topology
import TopologyKit

@Suite struct FirewallTests {
  @Test(
    arguments: [
      ("ip", "prerouting", -100, "dstnat"), ("inet", "postrouting", 100, "srcnat"),
      ("ip", "postrouting", 105, "srcnat + 5"), ("ip6", "forward", 0, "filter"),
      ("ip", "forward", -10, "filter - 10"), ("ip", "forward", -11, "-11"),
      ("ip", "output", -150, "mangle"), ("ip", "input", -300, "raw"),
      ("ip", "input", 50, "security"),
      ("ip", "output", 100, "100"), ("inet", "ingress", 3, "filter + 3"),
      ("bridge", "prerouting", -300, "dstnat"), ("bridge", "forward", -200, "filter"),
      ("bridge", "postrouting", 300, "srcnat"), ("bridge", "output", 100, "out"),
      ("netdev", "egress", 0, "filter"), ("arp", "input", 1, "filter + 1"),
      ("quic", "input", 0, "0"),
      ("ip", "input", .min, "-2147483648"), ("ip", "input", .max, "2147483647"),
    ] as [(String, String, Int32, String)])
  func prioritiesHaveNftsNames(
    _ family: String, _ hook: String, _ priority: Int32, _ name: String
  ) {
    let table = TableID(backend: .nftables, family: family, name: "t")
    let chain = RuleChain(
      id: ChainID(table: table, name: "c"),
      hook: RuleChain.Hook(type: "filter", name: hook, priority: priority))
    #expect(chain.priorityName == name)
    #expect(RuleChain(id: chain.id).priorityName == nil)
  }

  private let large = Topology.large(pods: 20)

  private func replacing(_ rules: [Rule]) -> Topology {
    large.changing { $0.firewall.tables[0].chains[0].rules = ChunkedArray(rules) }
  }

  private var rules: [Rule] { Array(large.firewall.tables[0].chains[0].rules) }

  @Test func everyAddressWantsItsRule() {
    #expect(large.missingMasquerades.isEmpty)
    for position in rules.indices {
      var others = rules
      let gone = others.remove(at: position)
      let missing = replacing(others).missingMasquerades
      #expect(missing.map { "\($0.address)" } == [gone.match.source])
      #expect(missing.map(\.namespace) == [gone.namespace])
    }
    #expect(replacing([]).missingMasquerades.count == 20)
  }

  @Test func oneRuleForAPrefixServesAllInIt() {
    var rule = rules[0]
    rule.match.source = "10.22.0.0/28"
    rule.match.sourcePrefix = prefix("10.22.0.0/28")
    let missing = replacing([rule]).missingMasquerades.map(\.address)
    #expect(missing == (16...21).map { .v4(0x0a16_0000 + $0) })
  }

  @Test func nothingIsMissingWhereThatCannotBeKnown() {
    var node = replacing([])
    node.firewall.isComplete = false
    #expect(node.missingMasquerades.isEmpty, "rules could not be read")
    node = replacing([])
    node.networks[0].masquerades = false
    #expect(node.missingMasquerades.isEmpty, "nobody asked for it")
    var rule = rules[0]
    (rule.owner, rule.match) = (.other, Rule.Match(source: "@pods"))
    #expect(replacing([rule]).missingMasquerades.isEmpty, "a set may hold them")
    rule.action = .accept
    #expect(replacing([rule]).missingMasquerades.count == 20, "it masquerades nothing")
  }

  @Test(arguments: UInt64(0)..<60) func whatIsMissingIsUpAndUsed(_ seed: UInt64) {
    let node = Topology.random(seed)
    for missing in node.missingMasquerades {
      let allocations = node.networks.flatMap(\.allocations)
      #expect(
        allocations.contains {
          $0.address == missing.address && $0.state == .used && !$0.places.isEmpty
            && $0.namespace == missing.namespace
        })
    }
  }
}
