import Addressing
import Dice
import FirewallKit
import Kernel
import LabKit
import Netlink
import Rules
import Testing

/// Random rules and packets: what the evaluator says, and what the kernel traces when each packet is
/// really sent.
@Suite(.needs(.root), .needs(.firewall)) struct KernelTraceTests {
  @Test func agreesWithTheKernelsTrace() throws {
    let plan = PacketPlan()
    let report = try FirewallLab.run { lab throws(KernelError) in
      let network = LabNetwork(lab)
      var report = TraceReport()
      var next = plan.first
      while report.packets < plan.packets {
        try compare(seed: next, lab, network, &report)
        if plan.isSingle { break }
        next += 1
      }
      return report
    }
    print("\(report.packets) packets, \(report.undecided) cannot tell, \(report.steps) steps")
    #expect(report.failures.isEmpty, "\(report.failures.prefix(5).joined(separator: "\n\n"))")
    #expect(report.complaints.isEmpty, "\(report.complaints.prefix(20).joined(separator: "\n"))")
    #expect(plan.isSingle || report.undecided * 20 < report.packets)
  }

  /// So many packets for each set of rules.
  private let perRuleset = 25

  private func compare(
    seed: UInt64, _ lab: FirewallLab, _ network: LabNetwork, _ report: inout TraceReport
  ) throws(KernelError) {
    let ruleset = RandomRuleset(seed: seed)
    let complaint = lab.shell("nft -f - <<'EOF'\nflush ruleset\n\(ruleset.text)\nEOF")
    guard complaint.isEmpty else {
      report.complaints += complaint.split(separator: "\n").prefix(2).map { "seed \(seed): \($0)" }
      report.packets += 1
      return
    }
    var dice = Dice(seed: seed ^ 0xabcd)
    var run = try TraceRun(seed: seed, ruleset: ruleset.text, network: network)
    for _ in 0..<perRuleset {
      report.number = report.number % 60_000 + 1
      let sent = TestPacket(number: report.number + 2000, &dice)
      let outcome = try run.send(sent, sent.packet(network), &report)
      guard Bool.random(using: &dice), let outcome else { continue }
      report.number = report.number % 60_000 + 1
      guard let answer = TestPacket(answering: outcome, number: report.number + 2000) else {
        continue
      }
      var packet = answer.packet(network)
      packet.tracking = outcome.packet.tracking.answered
      _ = try run.send(answer, packet, &report)
    }
  }
}

/// One set of rules, which is in force.
private struct TraceRun: ~Copyable {
  let seed: UInt64
  let ruleset: String
  let network: LabNetwork
  /// `nil` where rules change what they go by, and are read before each packet.
  private let rules: NftRules?
  private let senders: Senders
  private var traces: TraceReader

  init(seed: UInt64, ruleset: String, network: LabNetwork) throws(KernelError) {
    let known = ruleset.contains("@seen {") || ruleset.contains("quota") ? nil : try Self.read()
    let reader = try TraceReader()
    self.seed = seed
    self.ruleset = ruleset
    self.network = network
    rules = known
    traces = reader
    senders = Senders()
  }

  private static func read() throws(KernelError) -> NftRules {
    var reader = try RulesetReader()
    return try reader.ruleset(elements: .all, NftRules.init) { $0.add($1) }
  }

  /// Sends a packet and compares; returns what becomes of it where that is certain.
  mutating func send(
    _ sent: TestPacket, _ packet: Packet, _ report: inout TraceReport
  ) throws(KernelError) -> Evaluation.Outcome? {
    let rules = if let rules { rules } else { try Self.read() }
    senders.send(sent, network)
    let evaluation = PacketRules(nftables: rules).evaluate(packet, routes: network)
    report.take(evaluation, try traces.trace(of: sent.number), sent, seed, ruleset)
    return evaluation.outcomes.count == 1 ? evaluation.outcomes[0] : nil
  }
}

extension Tracking {
  /// As the first answer finds it.
  fileprivate var answered: Tracking {
    guard case .connection(var connection) = self else { return self }
    connection.state = .established
    connection.isReply = true
    connection.status = connection.status.map { $0 | 0x0a }  // IPS_SEEN_REPLY, IPS_CONFIRMED
    return .connection(connection)
  }
}
