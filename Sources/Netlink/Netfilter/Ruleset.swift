/// Everything nftables holds in one namespace.
public struct Ruleset: Equatable, Sendable {
  /// The number of the change this is the outcome of.
  public var generation: UInt32
  public var tables: [Table] = []
  /// With their elements where they have no name: then the rules that use them name the elements.
  public var sets: [NftSet.ID: NftSet] = [:]

  public init(generation: UInt32 = 0) {
    self.generation = generation
  }

  public struct Table: Equatable, Sendable {
    public var table: NftTable
    /// In the order they were made.
    public var chains: [Chain] = []
  }

  public struct Chain: Equatable, Sendable {
    public var chain: NftChain
    /// In the order they run.
    public var rules: [Rule] = []
  }

  /// What is kept of a rule: what it says, not how the kernel does it.
  public struct Rule: Equatable, Sendable {
    public var handle: UInt64
    public var summary: RuleSummary
  }

  /// Every chain with its table, in order.
  public var chains: [Chain] { tables.flatMap(\.chains) }

  public mutating func add(_ table: NftTable) {
    tables.append(Table(table: table))
  }

  /// Adds a chain to its table; one whose table is not here is ignored.
  public mutating func add(_ chain: NftChain) {
    guard let index = index(of: chain.id.table) else { return }
    tables[index].chains.append(Chain(chain: chain))
  }

  func index(of table: NftTable.ID) -> Int? {
    tables.firstIndex { $0.table.id == table }
  }

  func place(of chain: NftChain.ID) -> (table: Int, chain: Int)? {
    guard let table = index(of: chain.table) else { return nil }
    let chains = tables[table].chains
    return chains.firstIndex { $0.chain.id == chain }.map { (table, $0) }
  }
}
