/// What is done to a node, in this order.
public struct Plan: Hashable, Sendable {
  public var steps: [Step]

  public init(_ steps: [Step]) {
    self.steps = steps
  }

  /// Lines for a shell: each step with its title and its reason as a comment, what a person would
  /// type for the same, and as a comment again what shows whether it was done.
  public var script: [String] {
    steps.enumerated().flatMap { index, step in
      ["# \(index + 1). \(step.title): \(step.reason)"]
        + step.commands.flatMap { $0.split(separator: "\n").map(String.init) }
        + step.checkCommands.map { "# see: \($0)" }
    }
  }
}
