public import Netlink
public import Topology

/// nftables' tables as a topology has them, with what it takes to keep them equal to the kernel's.
public struct Nftables: Equatable, Sendable {
  /// The number of the change this is the outcome of.
  public internal(set) var generation: UInt32
  /// In the order they were made, as are their chains; rules in the order they run.
  public internal(set) var tables: [RuleTable] = []
  /// With their elements where they have no name: then the rules that use them name the elements.
  var sets: [NftSet.ID: NftSet]
  /// Of ipsets, by the numbers that extensions of iptables have for them, when all was read.
  private(set) var setNames: [UInt16: String]
  /// How the node called things then.
  private(set) var names: NodeNames
  /// The name of each chain by its handle, which stays the same when the chain is renamed.
  var chainNames: [ChainHandle: String] = [:]

  /// Tables and chains without their rules, which ``NftablesBuilder`` adds.
  public init(_ ruleset: NftRuleset = NftRuleset()) {
    generation = ruleset.generation
    sets = ruleset.sets
    setNames = ruleset.setNames
    names = ruleset.names
    tables = ruleset.tables.map(RuleTable.init)
    for chain in ruleset.chains {
      if let table = index(of: TableID(chain.id.table)) { append(chain, to: table) }
    }
  }

  func index(of table: TableID) -> Int? {
    tables.firstIndex { $0.id == table }
  }

  mutating func append(_ chain: NftChain, to table: Int) {
    let id = ChainID(table: tables[table].id, name: chain.id.name)
    chainNames[ChainHandle(table: id.table, handle: chain.handle)] = id.name
    tables[table].chains.append(
      RuleChain(
        id: id, hook: RuleChain.Hook(chain), policyCounter: chain.counter.map(RuleCounter.init)))
  }
}

/// A handle is unique within its table.
struct ChainHandle: Hashable, Sendable {
  var table: TableID
  var handle: UInt64
}
