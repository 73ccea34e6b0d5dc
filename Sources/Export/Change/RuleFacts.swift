public import Topology

/// A table of rules, and how much is in it.
public struct TableFacts: Equatable, Sendable {
  public var id: TableID
  public var chainCount: Int
  public var ruleCount: Int
  public var isDormant: Bool

  public init(_ table: RuleTable) {
    id = table.id
    isDormant = table.isDormant
    chainCount = table.chains.count
    ruleCount = table.chains.reduce(0) { $0 + $1.rules.count }
  }
}

/// A chain, and how much is in it.
public struct ChainFacts: Equatable, Sendable {
  public var id: ChainID
  public var hook: RuleChain.Hook?
  public var ruleCount: Int

  public init(_ chain: RuleChain) {
    id = chain.id
    hook = chain.hook
    ruleCount = chain.rules.count
  }
}
