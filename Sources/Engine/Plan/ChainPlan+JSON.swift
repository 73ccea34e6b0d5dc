import CNI
import Formats

extension ChainPlan {
  /// A list of steps in order. One of the built-in plugin says all that it knows, any other program
  /// only its title.
  public var json: [UInt8] {
    let calls = (before: before.map(JSON.call), after: after.map(JSON.call))
    let steps = calls.before + bridge.steps.map(\.json) + calls.after
    return Array(JSON.array(steps).written.utf8) + [UInt8(ascii: "\n")]
  }
}

extension JSON {
  fileprivate static func call(_ title: String) -> JSON { .members(["title": .string(title)]) }
}

extension Step {
  fileprivate var json: JSON {
    .members([
      "title": .string(title), "detail": .string(detail), "reason": .string(reason),
      "request": .string(request), "commands": .texts(commands), "check": .texts(checkCommands),
      "undo": .texts(undos.reversed().flatMap(\.commands)),
    ])
  }
}
