/// Everything nftables holds in one namespace.
public struct Ruleset: Equatable, Sendable {
  /// The number of the change this is the outcome of.
  public var generation: UInt32
  public var tables: [Table] = []
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
    public var rules: [NftRule] = []
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

  /// Adds rules at the end of their chains; those whose chain is not here are ignored.
  public mutating func add(_ rules: [NftRule]) {
    var rest = rules[...]
    while let first = rest.first {
      let run = rest.prefix { $0.chain == first.chain }
      if let place = place(of: first.chain) {
        tables[place.table].chains[place.chain].rules += run.map { rule in
          var rule = rule
          rule.chain = first.chain  // one copy of the names for all
          return rule
        }
      }
      rest = rest.dropFirst(run.count)
    }
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
