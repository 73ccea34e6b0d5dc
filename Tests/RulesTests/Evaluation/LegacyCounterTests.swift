import Addressing
import Dice
import FirewallKit
import Kernel
import LabKit
import Netlink
import Rules
import Testing
import Topology

/// Random rules of iptables and packets: which rules the evaluator says fit, and which the kernel has
/// counted when each packet is really sent.
@Suite(.needs(.root), .needs(.firewall), .serialized) struct LegacyCounterTests {
  @Test(arguments: [false, true]) func agreesWithTheKernelsCounters(isIPv6: Bool) throws {
    let plan = PacketPlan()
    let report = try FirewallLab.run { lab throws(KernelError) in
      let network = LabNetwork(lab)
      lab.shell("nft -f - <<'EOF'\n\(RandomRuleset.tracing)\nEOF")
      var report = TraceReport()
      var seed = plan.first
      while report.packets < plan.packets / 4 {
        try compare(seed: seed, isIPv6: isIPv6, lab, network, &report)
        if plan.isSingle { break }
        seed += 1
      }
      return report
    }
    print("\(report.packets) packets, \(report.undecided) cannot tell")
    #expect(report.failures.isEmpty, "\(report.failures.prefix(5).joined(separator: "\n\n"))")
    #expect(report.complaints.isEmpty, "\(report.complaints.prefix(20).joined(separator: "\n"))")
    #expect(plan.isSingle || report.undecided * 20 <= report.packets)
  }

  private func compare(
    seed: UInt64, isIPv6: Bool, _ lab: FirewallLab, _ network: LabNetwork,
    _ report: inout TraceReport
  ) throws(KernelError) {
    let ruleset = RandomLegacyRuleset(seed: seed, isIPv6: isIPv6)
    let program = isIPv6 ? "ip6tables-legacy" : "iptables-legacy"
    let complaint = lab.shell("\(program)-restore <<'EOF'\n\(ruleset.text)\nEOF")
    guard complaint.isEmpty else {
      report.complaints.append("CNITOP_SEED=\(seed): \(complaint)")
      report.packets += 1
      return
    }
    var dice = Dice(seed: seed ^ 0xabcd)
    let senders = Senders()
    var reader = try RulesetReader()
    let rules = PacketRules(
      nftables: try reader.ruleset(elements: .all, NftRules.init) { $0.add($1) },
      legacy: try LegacyReader.tables(LegacyRules.init) { $0.add($1) })
    var before = try counts()
    for _ in 0..<25 {
      report.number = report.number % 60_000 + 1
      let sent = TestPacket(number: report.number + 2000, &dice)
      guard (sent.family == .v6) == isIPv6, sent.inInterface != nil else { continue }
      senders.send(sent, network)
      var now = try counts()
      // A packet that waits for another processor is counted when its turn comes.
      let deadline = ContinuousClock.now + .seconds(2)
      let evaluation = rules.evaluate(
        sent.packet(network), routes: network)
      let expected = evaluation.outcomes.map { Set($0.steps.compactMap(RuleID.init)) }
      while !expected.contains(difference(before, now)), ContinuousClock.now < deadline {
        now = try counts()
      }
      report.packets += 1
      if evaluation.outcomes.count > 1 { report.undecided += 1 }
      let theirs = difference(before, now)
      before = now
      guard !expected.contains(theirs) else { continue }
      report.failures.append(
        """
        CNITOP_SEED=\(seed): \(sent)
        ours: \(evaluation.outcomes.map { $0.steps.map { line($0) }.joined(separator: "\n") })
        \(evaluation.outcomes.map(\.assumptions))
        the kernel's: \(theirs.map { "\($0.chain.table.name) \($0.chain.name) \($0.handle)" }.sorted())
        \(ruleset.text)
        """)
    }
  }

  private func difference(_ before: [RuleID: UInt64], _ now: [RuleID: UInt64]) -> Set<RuleID> {
    Set(now.filter { before[$0.key] ?? 0 < $0.value }.map(\.key))
  }

  /// What each rule has counted.
  private func counts() throws(KernelError) -> [RuleID: UInt64] {
    let tables = try LegacyReader.tables(LegacyTableBuilder.init) { $0.add($1) }.map(\.table)
    let rules = tables.flatMap(\.chains).flatMap(\.rules)
    return Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0.counter?.packets ?? 0) })
  }
}

extension RuleID {
  /// The rule of a legacy table that a step is of.
  fileprivate init?(_ step: Evaluation.Step) {
    guard let rule = step.rule, step.chain.table.backend == .legacy else { return nil }
    self.init(chain: step.chain, handle: rule)
  }
}
