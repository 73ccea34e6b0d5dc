public import Netlink
public import Topology

extension TableID {
  init(_ id: NftTable.ID) {
    self.init(backend: .nftables, family: "\(id.family)", name: id.name)
  }
}

extension ChainID {
  init(_ id: NftChain.ID) {
    self.init(table: TableID(id.table), name: id.name)
  }
}

extension NftChain.ID {
  /// `nil` for a legacy table's chain, and for a family without a name here.
  public init?(_ chain: ChainID) {
    guard chain.table.backend == .nftables, let family = NftFamily(name: chain.table.family) else {
      return nil
    }
    self.init(NftTable.ID(family, chain.table.name), chain.name)
  }
}

extension RuleTable {
  /// Without its chains.
  init(_ table: NftTable) {
    self.init(
      id: TableID(table.id), isDormant: table.flags & 1 != 0,  // NFT_TABLE_F_DORMANT
      owner: table.owner)
  }
}

extension NftTable.ID {
  /// It has a family and a name under which iptables-nft looks for its tables.
  var isOfIPTables: Bool {
    (family == .ip || family == .ip6)
      && ["filter", "nat", "mangle", "raw", "security"].contains(name)
  }
}
