public import Topology

/// What is in sight, and so worth counting.
public struct Interest: Equatable, Sendable {
  public var interfaces: Set<InterfaceID> = []
  public var chains: Set<ChainID> = []
  /// Which versions plugins support: programs are run to learn it.
  public var plugins = false

  public init() {}
}
