import FoundationEssentials

extension ChainPlan {
  /// A list of steps in order. One of the built-in plugin says all that it knows, any other program
  /// only its title.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(entries)) + [UInt8(ascii: "\n")]
  }

  private var entries: [Entry] {
    before.map { Entry(title: $0) } + bridge.steps.map(Entry.init)
      + after.map { Entry(title: $0) }
  }
}

private struct Entry: Encodable {
  var title: String
  var detail: String?
  var reason: String?
  var request: String?
  var commands: [String] = []
  var check: [String] = []
  var undo: [String] = []

  init(title: String) {
    self.title = title
  }

  init(_ step: Step) {
    title = step.title
    detail = step.detail
    reason = step.reason
    request = step.request
    commands = step.commands
    check = step.checkCommands
    undo = step.undos.reversed().flatMap(\.commands)
  }
}
