import Addressing
import FoundationEssentials
import LabKit
import Netlink
import Rules

/// How many packets are sent, and which seeds of rules they meet.
///
/// `CNITOP_PACKETS` says how many; `CNITOP_SEED` runs one seed again.
struct PacketPlan {
  let packets: Int
  let first: UInt64
  let isSingle: Bool

  init() {
    let environment = ProcessInfo.processInfo.environment
    packets = environment["CNITOP_PACKETS"].flatMap(Int.init) ?? (Project.isSoak ? 100_000 : 2000)
    let seed = environment["CNITOP_SEED"].flatMap(UInt64.init)
    (first, isSingle) = (seed ?? 1, seed != nil)
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
    let isOpen = evaluation.outcomes.contains { $0.steps.contains { $0.doubt != nil } }
    if evaluation.outcomes.count > 1 || isOpen { undecided += 1 }
    if let match = evaluation.outcomes.first(where: { $0.steps.agree(with: theirs) }),
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

extension [Evaluation.Step] {
  /// Whether these are those lines, of which one may be missing where a step is in doubt.
  fileprivate func agree(with lines: [String]) -> Bool {
    var rest = lines[...]
    for step in self {
      if rest.first == line(step) {
        rest.removeFirst()
      } else if step.doubt == nil {
        return false
      }
    }
    return rest.isEmpty
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
