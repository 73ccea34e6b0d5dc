import FoundationEssentials

extension ChainPlan {
  /// A list of steps in order, each with a title, a reason where it has one, and the commands that do
  /// the same.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(entries)) + [UInt8(ascii: "\n")]
  }

  private var entries: [Entry] {
    let own = bridge.steps.map { step in
      Entry(title: step.title, reason: step.reason, commands: step.commands)
    }
    func called(_ program: String) -> Entry { Entry(title: program, reason: nil, commands: []) }
    return before.map(called) + own + after.map(called)
  }

  private struct Entry: Encodable {
    var title: String
    var reason: String?
    var commands: [String]
  }
}
