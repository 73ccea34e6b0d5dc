import Addressing
import Formats
import Rules
import Topology

extension Trail {
  /// What becomes of the packet, in the field words of a snapshot's rules.
  public var json: [UInt8] {
    var writer = JSONWriter(indent: 2)
    writer.value(document)
    writer.endLine()
    return writer.bytes
  }

  private var document: JSON {
    .members([
      "schemaVersion": .integer(SnapshotDocument.schemaVersion), "packet": .string(packet),
      "conclusion": .string(conclusionWord), "dependsOn": .texts(dependsOn),
      "isCut": .bool(evaluation.isCut), "outcomes": .array(evaluation.outcomes.map(value)),
    ])
  }

  private var conclusionWord: String {
    switch evaluation.conclusion {
    case .accepted: "accepted"
    case .stopped: "stopped"
    case .cannotTell: "cannotTell"
    }
  }

  private var dependsOn: [String] {
    if case .cannotTell(let doubts) = evaluation.conclusion { doubts.map(\.what) } else { [] }
  }

  private func value(_ outcome: Evaluation.Outcome) -> JSON {
    .members([
      "end": .string(outcome.endText), "isAccepted": .bool(outcome.end.isAccepted),
      "packet": outcome.packet.json,
      "assumptions": .array(
        outcome.assumptions.map {
          .members([
            "on": .string($0.doubt.what), "choice": .string($0.choice),
            "isChance": .bool($0.doubt.isChance),
          ])
        }), "steps": .array(outcome.steps.map(value)),
    ])
  }

  private func value(_ step: Evaluation.Step) -> JSON {
    let rule = rule(step)
    return .members([
      "hook": .string(step.hook), "backend": .string(step.chain.table.backend.rawValue),
      "family": .string(step.chain.table.family), "table": .string(step.chain.table.name),
      "chain": .string(step.chain.name), "handle": step.rule.map { .integer(Int(clamping: $0)) },
      "text": rule.map { .string($0.text) }, "owner": rule.map { .string($0.owner.rawValue) },
      "comment": rule?.comment.map { .string($0) }, "verdict": .string(step.verdict.text),
      "change": step.change.map { .string($0) }, "perhaps": step.doubt.map { .string($0.what) },
    ])
  }
}

extension Packet {
  fileprivate var json: JSON {
    .members([
      "family": .string(family == .v4 ? "ip" : "ip6"),
      "source": source.map { .string("\($0)") },
      "destination": destination.map { .string("\($0)") },
      "protocol": transport.map { .integer(Int($0)) },
      "sourcePort": sourcePort.map { .integer(Int($0)) },
      "destinationPort": destinationPort.map { .integer(Int($0)) },
      "mark": mark.map { .integer(Int($0)) },
      "inInterface": inInterface?.name.map { .string($0) },
      "outInterface": outInterface?.name.map { .string($0) },
    ])
  }
}
