/// What would be done to a chain of plugins with the built-in `bridge` in it.
public struct ChainPlan: Hashable, Sendable {
  /// The programs called before the bridge, each with its operation, in order.
  public var before: [String] = []
  public var bridge: Plan
  /// The programs called after it.
  public var after: [String] = []

  /// Lines for a shell; a program is a comment in it.
  public var script: [String] {
    before.map(Plan.comment) + bridge.script + after.map(Plan.comment)
  }
}
