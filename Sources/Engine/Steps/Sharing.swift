/// A bridge, and the ports of it that are ours: what others use too is only undone without others.
public struct Sharing: Hashable, Sendable {
  public var bridge: String
  public var ports: [String]
}
