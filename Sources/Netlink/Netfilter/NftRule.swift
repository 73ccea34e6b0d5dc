/// A rule of nftables: expressions that run in order until one does not match.
public struct NftRule: Equatable, Sendable {
  public var chain: NftChain.ID
  public var handle: UInt64
  /// The handle of the rule before this one, where the kernel tells it.
  public var position: UInt64?
  public var comment: String?
  public var expressions: [Expression]

  public init(
    chain: NftChain.ID, handle: UInt64, position: UInt64? = nil, comment: String? = nil,
    expressions: [Expression] = []
  ) {
    self.chain = chain
    self.handle = handle
    self.position = position
    self.comment = comment
    self.expressions = expressions
  }
}

extension NftRule {
  /// What its first counter says; `nil` where it has none.
  public var counter: PacketCounter? {
    for case .counter(let counter) in expressions { return counter }
    return nil
  }
}

/// `NFTA_RULE_*`
enum NftRuleAttribute: UInt16, AttributeKey {
  case table = 1  // NFTA_RULE_TABLE
  case chain = 2  // NFTA_RULE_CHAIN
  case handle = 3  // NFTA_RULE_HANDLE
  case expressions = 4  // NFTA_RULE_EXPRESSIONS
  case position = 6  // NFTA_RULE_POSITION
  case userdata = 7  // NFTA_RULE_USERDATA
}

extension NftRule {
  /// Reads the payload of an `NFT_MSG_NEWRULE` or `NFT_MSG_DELRULE`.
  public init(message: Span<UInt8>) throws(WireError) {
    let family = try NetfilterHeader(message).family
    var table = ""
    var chain = ""
    self.init(chain: NftChain.ID(NftTable.ID(family, ""), ""), handle: 0)
    var body = AttributeReader<NftRuleAttribute>(
      message.extracting(droppingFirst: NetfilterHeader.size))
    while let attribute = try body.next() {
      switch attribute.key {
      case .table: table = attribute.string()
      case .chain: chain = attribute.string()
      case .handle: handle = try attribute.uint64(.network)
      case .position: position = try attribute.uint64(.network)
      case .userdata: comment = Self.comment(in: attribute.value)
      case .expressions: expressions = try Expression.list(attribute.nest())
      case nil: break
      }
    }
    self.chain = NftChain.ID(NftTable.ID(family, table), chain)
  }

  /// nft's own note on a rule: `NFTNL_UDATA_RULE_COMMENT`.
  private static func comment(in userdata: Span<UInt8>) -> String? {
    var notes = NoteReader(userdata)
    while let note = notes.next() {
      if note.type == 0 { return note.value.text }
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The text up to the first NUL, or all of it.
  var text: String {
    var length = 0
    while length < count, self[length] != 0 { length += 1 }
    guard length > 0 else { return "" }
    if let valid = try? UTF8Span(validating: extracting(0..<length)) {
      return String(copying: valid)
    }
    return String(decoding: (0..<length).map { self[$0] }, as: UTF8.self)
  }
}
