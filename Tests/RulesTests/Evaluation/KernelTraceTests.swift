import Addressing
import Dice
import FirewallKit
import Foundation
import Kernel
import LabKit
import Netlink
import Rules
import Testing

/// Random rules and packets: what the evaluator says, and what the kernel traces when each packet is
/// really sent.
@Suite(.needs(.root), .needs(.firewall)) struct KernelTraceTests {
  @Test func agreesWithTheKernelsTrace() throws {
    let environment = ProcessInfo.processInfo.environment
    let packets = environment["CNITOP_PACKETS"].flatMap(Int.init) ?? 2000
    let seed = environment["CNITOP_SEED"].flatMap(UInt64.init)
    let report = try FirewallLab.run { lab throws(KernelError) in
      let network = LabNetwork(lab)
      var report = TraceReport()
      var next = seed ?? 1
      while report.packets < packets {
        try compare(seed: next, lab, network, &report)
        if seed != nil { break }
        next += 1
      }
      return report
    }
    print("\(report.packets) packets, \(report.undecided) cannot tell, \(report.steps) steps")
    #expect(report.failures.isEmpty, "\(report.failures.prefix(5).joined(separator: "\n\n"))")
    #expect(report.complaints.isEmpty, "\(report.complaints.prefix(20).joined(separator: "\n"))")
    #expect(report.undecided * 20 < max(report.packets, 20))
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
    let senders = Senders()
    for _ in 0..<perRuleset {
      report.number = report.number % 60_000 + 1
      let sent = TestPacket(number: report.number + 2000, &dice)
      var reader = try RulesetReader()
      let rules = try reader.ruleset(elements: .all, NftRules.init) { $0.add($1) }
      var traces = try TraceReader()
      guard senders.send(sent, network) else {
        report.failures.append("seed \(seed): cannot send \(sent)")
        continue
      }
      try traces.collect(1)
      let evaluation = PacketRules(nftables: rules).evaluate(
        sent.packet(network), routes: network)
      report.take(evaluation, traces.traces[sent.number] ?? [], sent, seed, ruleset.text)
    }
  }
}

/// A way to send from each interface, and as the host itself.
private struct Senders: ~Copyable {
  private let first = FrameSender(interface: "far0")
  private let second = FrameSender(interface: "far1")
  private let third = FrameSender(interface: "far2")
  private let own = PacketSender(isIPv6: false)
  private let own6 = PacketSender(isIPv6: true)

  func send(_ packet: TestPacket, _ network: LabNetwork) -> Bool {
    switch packet.inInterface {
    case "v0": first.send(packet.frame(network))
    case "v1": second.send(packet.frame(network))
    case "w0": third.send(packet.frame(network))
    default: packet.family == .v4 ? own.send(packet.bytes) : own6.send(packet.bytes)
    }
  }
}

/// What a run found.
struct TraceReport: Sendable {
  var packets = 0
  var undecided = 0
  var steps = 0
  var failures: [String] = []
  /// nft's, of rules that it does not take.
  var complaints: [String] = []
  /// Of the last packet.
  var number: UInt16 = 0

  mutating func take(
    _ evaluation: Evaluation, _ traces: [NftTrace], _ sent: TestPacket, _ seed: UInt64,
    _ rules: String
  ) {
    packets += 1
    let theirs = traces.map { line($0) }
    steps += theirs.count
    let ours = evaluation.outcomes.map { $0.steps.map { line($0) } }
    if evaluation.outcomes.count > 1 { undecided += 1 }
    guard !ours.contains(theirs) else { return }
    let mine = ours.map { $0.joined(separator: "\n") }.joined(separator: "\n--\n")
    failures.append(
      """
      CNITOP_SEED=\(seed): \(sent)
      ours, ending \(evaluation.outcomes.map(\.end)):
      \(mine)
      the kernel's:
      \(theirs.joined(separator: "\n"))
      \(rules)
      """)
  }
}
