import Addressing
public import Rules
import Topology

/// What becomes of a packet, in words: as a table for each way it may go, and as JSON.
public struct Trail {
  let packet: String
  let evaluation: Evaluation
  /// A step's rule in its own words.
  let rule: (Evaluation.Step) -> Rule?

  /// `packet`: as it was asked for.
  public init(packet: String, _ evaluation: Evaluation, rules: PacketRules) {
    self.packet = packet
    self.evaluation = evaluation
    rule = { step in step.rule.flatMap { rules.rule($0, in: step.chain) } }
  }
}

extension Evaluation.Verdict {
  /// In nft's words.
  var text: String {
    switch self {
    case .accept: "accept"
    case .drop: "drop"
    case .continue: "continue"
    case .return: "return"
    case .jump(let chain): "jump \(chain)"
    case .goto(let chain): "goto \(chain)"
    case .reject(let words): "reject with \(words)"
    case .taken(let words): words
    }
  }
}

extension Evaluation.Outcome {
  /// How it ends, in a line: `dropped by rule 5 of inet filter input`.
  var endText: String {
    switch end {
    case .delivered: "accepted: to this host"
    case .sent(let interface): "accepted: out of \(interface ?? "an interface that is not known")"
    case .dropped: "dropped by \(lastText)"
    case .rejected: "rejected by \(lastText)"
    case .taken: "stopped by \(lastText)"
    case .unroutable(let reason): "stopped: \(reason)"
    }
  }

  private var lastText: String {
    guard let last = steps.last else { return "a rule" }
    return (last.rule.map { "rule \($0)" } ?? "the policy") + " of \(last.chain.text)"
  }
}

extension Packet {
  /// `tcp 10.22.0.5:4000 > 10.22.0.9:80 mark 0x4000`, with what is not known as `?`.
  var text: String {
    var text = "\(protocolText) \(end(source, sourcePort)) > \(end(destination, destinationPort))"
    if isEcho { text += " type \(icmp.type.map { "\($0)" } ?? "?")" }
    if let mark, mark != 0 { text += " mark 0x\(String(mark, radix: 16))" }
    return text
  }

  private var protocolText: String {
    switch transport {
    case 6?: "tcp"
    case 17?: "udp"
    case 1?, 58?: "icmp"
    case 132?: "sctp"
    case let number?: "\(number)"
    case nil: "?"
    }
  }

  private var isEcho: Bool { transport == 1 || transport == 58 }

  private func end(_ address: IPAddress?, _ port: UInt16?) -> String {
    let text = address.map { "\($0)" } ?? "?"
    guard let port else { return text }
    return family == .v6 ? "[\(text)]:\(port)" : "\(text):\(port)"
  }
}
