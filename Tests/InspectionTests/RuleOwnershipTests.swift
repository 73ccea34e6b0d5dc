import Dice
import Testing
import Topology

@testable import Inspection

/// Rules that change one by one, against all of them resolved at once.
@Suite struct RuleOwnershipTests {
  @Test(arguments: 1...3 as ClosedRange<UInt64>) func followsRandomChanges(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var node = try NodeInPieces()
    node.add(
      .file(device: 4, inode: 100), nsid: 0, path: "/run/netns/one", addresses: ["10.0.0.2/24"])
    try node.cache("c1", netns: "/run/netns/one", pod: "lab/one")
    node.rules.legacy = [RuleTable(id: table)]
    var correlation = Correlation(node.snapshot)
    var number: UInt64 = 0
    for step in 0..<40 {
      for _ in 0...Int.random(in: 0...8, using: &dice) {
        number += 1
        dice.change(&node.rules.legacy[0], number)
      }
      correlation.follow(node.snapshot)
      #expect(correlation.topology == node.topology, "CNITOP_SEED=\(seed), step \(step)")
    }
    #expect(
      correlation.topology.firewall.tables[0].chains.flatMap(\.rules).contains { $0.pod != nil })
  }
}

private let table = TableID(backend: .legacy, family: "ip", name: "nat")

extension Dice {
  /// Takes away a rule or a chain, or adds one.
  fileprivate mutating func change(_ table: inout RuleTable, _ number: UInt64) {
    guard let chain = table.chains.indices.randomElement(using: &self),
      Int.random(in: 0..<12, using: &self) > 0
    else {
      let name = Bool.random(using: &self) ? "CNI-\(number % 5)" : "c\(number)"
      guard !table.chains.contains(where: { $0.id.name == name }) else { return }
      let place = table.chains.indices.randomElement(using: &self) ?? table.chains.endIndex
      return table.chains.insert(RuleChain(id: ChainID(table: table.id, name: name)), at: place)
    }
    let rules = table.chains[chain].rules
    if Int.random(in: 0..<3, using: &self) == 0,
      let gone = rules.indices.randomElement(using: &self)
    {
      table.chains[chain].rules.remove(at: gone)
    } else if Int.random(in: 0..<40, using: &self) == 0 {
      table.chains.remove(at: chain)
    } else {
      let place = rules.indices.randomElement(using: &self) ?? rules.endIndex
      table.chains[chain].rules.insert(rule(in: table.chains[chain].id, number), at: place)
    }
  }

  /// A jump to an attachment's chain, a rule of such a chain, or anybody's.
  private mutating func rule(in chain: ChainID, _ number: UInt64) -> Rule {
    var rule = Rule(id: RuleID(chain: chain, handle: number), text: "\(number)", action: .accept)
    switch Int.random(in: 0..<4, using: &self) {
    case 0:
      rule.action = .jump("CNI-\(number % 5)")
      rule.comment = #"name: "podnet" id: "c1""#
      rule.owner = .cni
    case 1:
      rule.action = .masquerade
      rule.owner = .cni
    case 2: (rule.action, rule.owner) = (.dnat("10.0.0.2:80"), .portmap)
    default: break
    }
    return rule
  }
}
