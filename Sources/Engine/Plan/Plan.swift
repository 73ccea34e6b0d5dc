/// What is done to a node, in this order.
public struct Plan: Hashable, Sendable {
  public var steps: [Step]

  public init(_ steps: [Step]) {
    self.steps = steps
  }
}
