/// What is done to a node, in this order.
public struct Plan: Hashable, Sendable {
  public var steps: [Step]

  public init(_ steps: [Step]) {
    self.steps = steps
  }

  /// Lines for a shell: each step with its title and its reason as a comment, what a person would
  /// type for the same, and as a comment again what shows whether it was done. None has a line feed in it.
  public var script: [String] {
    steps.enumerated().flatMap { index, step in
      [Self.comment("\(index + 1). \(step.title): \(step.reason)")] + step.commands
        + step.checkCommands.map { Self.comment("see: \($0)") }
    }
  }

  /// A line that a shell passes over, whatever is in the text.
  static func comment(_ text: String) -> String {
    let lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }
    return "# " + lines.map { String($0) }.joined(separator: " ")
  }
}
