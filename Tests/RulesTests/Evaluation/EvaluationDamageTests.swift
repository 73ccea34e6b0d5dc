import Addressing
import NetlinkKit
import Testing

@testable import Netlink
@testable import Rules

/// Rules from damaged bytes can be evaluated: to come back at all is to pass.
@Suite struct EvaluationDamageTests {
  @Test func evaluatesEveryDamagedRule() throws {
    let sets = try Recording("sets", of: .netfilter).read { try NftSet(message: $0.payload) }
    var ruleset = NftRuleset()
    for set in sets { ruleset.sets[set.id] = set }
    for message in try Recording("rules", of: .netfilter).messages {
      message.forEachDamage { bytes in
        var messages = MessageReader(bytes.span)
        guard let message = try? messages.next(),
          let rule = try? NftRule(message: message.payload)
        else { return }
        ruleset.chains = [
          NftChain(id: rule.chain, hook: .init(type: "filter", number: 0, priority: 0))
        ]
        var rules = NftRules(ruleset)
        rules.add(rule)
        _ = PacketRules(nftables: rules).evaluate(
          OneRule.packet, routes: FixedRoutes(), limit: 8)
      }
    }
  }

  @Test(arguments: try Recording.all(.legacyTable)) func evaluatesEveryDamagedTable(
    _ recording: Recording
  ) {
    recording.bytes.forEachDamage { bytes in
      guard let recorded = try? RecordedTable(bytes) else { return }
      var rules = LegacyRules(recorded.table)
      for entry in recorded.entries { rules.add(entry) }
      _ = PacketRules(legacy: [rules]).evaluate(OneRule.packet, routes: FixedRoutes(), limit: 8)
    }
  }
}
