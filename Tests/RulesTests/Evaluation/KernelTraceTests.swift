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
    let run = TraceRun(seed: seed, ruleset: ruleset.text, network: network)
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
  private let senders = Senders()

  init(seed: UInt64, ruleset: String, network: LabNetwork) {
    self.seed = seed
    self.ruleset = ruleset
    self.network = network
  }

  /// Sends a packet and compares; returns what becomes of it where that is certain.
  func send(
    _ sent: TestPacket, _ packet: Packet, _ report: inout TraceReport
  ) throws(KernelError) -> Evaluation.Outcome? {
    var reader = try RulesetReader()
    let rules = try reader.ruleset(elements: .all, NftRules.init) { $0.add($1) }
    var traces = try TraceReader()
    senders.send(sent, network)
    try traces.collect(1)
    let evaluation = PacketRules(nftables: rules).evaluate(packet, routes: network)
    report.take(evaluation, traces.traces[sent.number] ?? [], sent, seed, ruleset)
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

/// A way to send from each interface, and as the host itself.
private struct Senders: ~Copyable {
  private let first = FrameSender(interface: "far0")
  private let second = FrameSender(interface: "far1")
  private let third = FrameSender(interface: "far2")
  private let own = PacketSender(isIPv6: false)
  private let own6 = PacketSender(isIPv6: true)

  /// What the host's own rules drop is refused to its sender.
  func send(_ packet: TestPacket, _ network: LabNetwork) {
    switch packet.inInterface {
    case "v0": _ = first.send(packet.frame(network))
    case "v1": _ = second.send(packet.frame(network))
    case "w0": _ = third.send(packet.frame(network))
    default: _ = packet.family == .v4 ? own.send(packet.bytes) : own6.send(packet.bytes)
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
    if let match = evaluation.outcomes.first(where: { $0.steps.map { line($0) } == theirs }),
      let last = traces.last, match.packet.hasHeaders(of: last)
    {
      return
    }
    let mine = ours.map { $0.joined(separator: "\n") }.joined(separator: "\n--\n")
    failures.append(
      """
      CNITOP_SEED=\(seed): \(sent)
      ours, ending \(evaluation.outcomes.map(\.end)):
      \(mine)
      \(evaluation.outcomes[0].packet)
      the kernel's:
      \(theirs.joined(separator: "\n"))
      \(rules)
      """)
  }
}

extension Packet {
  /// Whether a trace that shows the packet shows it with these addresses and ports.
  fileprivate func hasHeaders(of trace: NftTrace) -> Bool {
    let (network, transport) = (trace.network, trace.transport)
    guard network.count >= 20, transport.count >= 8 else { return true }
    let (place, width) = family == .v4 ? (12, 4) : (8, 16)
    guard network.count >= place + 2 * width else { return true }
    let addresses = [source, destination].compactMap(\.self).flatMap(\.bytes)
    let isPorted = sourcePort != nil && destinationPort != nil
    let ports = [sourcePort ?? 0, destinationPort ?? 0].flatMap {
      [UInt8($0 >> 8), UInt8($0 & 255)]
    }
    return Array(network[place..<place + 2 * width]) == addresses
      && (!isPorted || Array(transport[0..<4]) == ports)
  }
}
