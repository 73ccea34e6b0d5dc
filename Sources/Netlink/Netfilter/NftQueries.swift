/// `NFT_MSG_*` with the subsystem `NFNL_SUBSYS_NFTABLES` in the upper byte.
enum NftMessage: UInt16 {
  case newTable = 0xa00  // NFT_MSG_NEWTABLE
  case getTable = 0xa01  // NFT_MSG_GETTABLE
  case deleteTable = 0xa02  // NFT_MSG_DELTABLE
  case newChain = 0xa03  // NFT_MSG_NEWCHAIN
  case getChain = 0xa04  // NFT_MSG_GETCHAIN
  case deleteChain = 0xa05  // NFT_MSG_DELCHAIN
  case newRule = 0xa06  // NFT_MSG_NEWRULE
  case getRule = 0xa07  // NFT_MSG_GETRULE
  case deleteRule = 0xa08  // NFT_MSG_DELRULE
  case newSet = 0xa09  // NFT_MSG_NEWSET
  case getSet = 0xa0a  // NFT_MSG_GETSET
  case deleteSet = 0xa0b  // NFT_MSG_DELSET
  case newElements = 0xa0c  // NFT_MSG_NEWSETELEM
  case getElements = 0xa0d  // NFT_MSG_GETSETELEM
  case deleteElements = 0xa0e  // NFT_MSG_DELSETELEM
  case newGeneration = 0xa0f  // NFT_MSG_NEWGEN
  case getGeneration = 0xa10  // NFT_MSG_GETGEN
}

/// `NFTA_GEN_*`
enum NftGenerationAttribute: UInt16, AttributeKey {
  case id = 1  // NFTA_GEN_ID
}

extension Request {
  fileprivate static func nft<Key: AttributeKey>(
    to purpose: String, _ type: NftMessage, _ family: NftFamily = .any, _ flags: Flags = .dump,
    of _: Key.Type = Key.self, attributes: (inout AttributeWriter<Key>) -> Void = { _ in }
  ) -> Request {
    Request(
      to: purpose, type: type.rawValue, flags: flags, header: [family.rawValue, 0, 0, 0],
      attributes: attributes)
  }
}

extension Query<UInt32> {
  /// The number of the ruleset's last change, one entry.
  public static let nftGeneration = Query(
    .nft(
      to: "ask for the ruleset's generation", .getGeneration, .any, .single,
      of: NftGenerationAttribute.self)
  ) { message throws(WireError) in
    _ = try NetfilterHeader(message)
    return try AttributeReader<NftGenerationAttribute>(
      message.extracting(droppingFirst: NetfilterHeader.size)
    ).number(.id) ?? 0
  }
}

extension Query<NftTable> {
  /// `nft list tables`
  public static let nftTables = Query(
    .nft(to: "list nftables' tables", .getTable, of: NftTableAttribute.self),
    read: NftTable.init(message:))
}

extension Query<NftChain> {
  /// `nft list chains`
  public static let nftChains = Query(
    .nft(to: "list nftables' chains", .getChain, of: NftChainAttribute.self),
    read: NftChain.init(message:))

  /// One chain; refused with ENOENT where it is not there.
  public static func nftChain(_ id: NftChain.ID) -> Query {
    Query(
      .nft(to: "look at the chain \(id.name)", .getChain, id.table.family, .single) { chain in
        chain.add(NftChainAttribute.table, id.table.name)
        chain.add(.name, id.name)
      }, read: NftChain.init(message:))
  }
}

extension Query<NftSet> {
  /// `nft list sets` and `nft list maps`, anonymous ones too, without elements.
  public static let nftSets = Query(
    .nft(to: "list nftables' sets", .getSet, of: NftSetAttribute.self),
    read: NftSet.init(message:))
}

extension Query<NftElements> {
  /// The elements of one set, in as many entries as the kernel sends messages.
  public static func nftElements(of set: NftSet.ID) -> Query {
    Query(
      .nft(to: "list the elements of \(set.name)", .getElements, set.table.family) { list in
        list.add(NftElementListAttribute.table, set.table.name)
        list.add(.set, set.name)
      }, read: NftElements.init(message:))
  }
}

extension Query<NftRule> {
  /// All rules of all tables.
  public static let nftRules = Query(
    .nft(to: "list nftables' rules", .getRule, of: NftRuleAttribute.self),
    read: NftRule.init(message:))

  /// The rules of one chain.
  public static func nftRules(of chain: NftChain.ID) -> Query {
    Query(
      .nft(to: "list the rules of \(chain.name)", .getRule, chain.table.family) { rule in
        rule.add(NftRuleAttribute.table, chain.table.name)
        rule.add(.chain, chain.name)
      }, read: NftRule.init(message:))
  }
}
