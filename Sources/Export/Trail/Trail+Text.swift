import Quoting
import Rules
import Topology

extension Trail {
  /// A table of steps for each way the packet may go, and what is concluded in the last line.
  public var lines: [String] {
    var lines: [String] = []
    for (place, outcome) in evaluation.outcomes.enumerated() {
      if evaluation.outcomes.count > 1 {
        lines.append("way \(place + 1) of \(evaluation.outcomes.count)\(condition(outcome))")
      } else if !outcome.assumptions.isEmpty {
        lines.append("assumed" + condition(outcome).dropFirst(4))
      }
      lines += steps(outcome).lines
      lines.append(outcome.endText + ", as \(outcome.packet.text)")
      lines.append("")
    }
    return lines + [conclusion]
  }

  private func condition(_ outcome: Evaluation.Outcome) -> String {
    guard !outcome.assumptions.isEmpty else { return "" }
    let texts = outcome.assumptions.map { "\($0.doubt.what): \($0.choice)" }
    return ", if " + texts.joined(separator: ", ")
  }

  private func steps(_ outcome: Evaluation.Outcome) -> TextTable {
    var table = TextTable(["HOOK", "CHAIN", .number("RULE"), "VERDICT", "OWNER", "TEXT"])
    for step in outcome.steps {
      let rule = rule(step)
      var verdict = step.verdict.text
      if let change = step.change { verdict += ", \(change)" }
      if let doubt = step.doubt { verdict += ", perhaps: \(doubt)" }
      table.add([
        step.hook, step.chain.text, step.rule.map { "\($0)" } ?? "policy", verdict,
        rule?.owner.rawValue ?? "",
        (rule?.text ?? "") + (rule?.comment.map { " # \($0)" } ?? ""),
      ])
    }
    return table
  }

  private var conclusion: String {
    switch evaluation.conclusion {
    case .accepted: return "accepted"
    case .stopped: return "stopped"
    case .cannotTell(let doubts):
      if doubts.isEmpty { return "cannot tell: there are more ways than were looked at" }
      return "cannot tell: depends on " + doubts.map(\.what).joined(separator: ", ")
    }
  }
}
