/// A table of nftables, the outermost container of rules.
public struct NftTable: Hashable, Sendable {
  public var id: ID
  public var handle: UInt64
  /// `NFT_TABLE_F_*`: bit 0 dormant, bit 1 owned by a process.
  public var flags: UInt32
  /// The netlink port of the process that owns it.
  public var owner: UInt32?

  public init(id: ID, handle: UInt64 = 0, flags: UInt32 = 0, owner: UInt32? = nil) {
    self.id = id
    self.handle = handle
    self.flags = flags
    self.owner = owner
  }

  /// A name is unique within its family.
  public struct ID: Hashable, Sendable {
    public var family: NftFamily
    public var name: String

    public init(_ family: NftFamily, _ name: String) {
      self.family = family
      self.name = name
    }
  }
}

/// `NFTA_TABLE_*`
enum NftTableAttribute: UInt16, AttributeKey {
  case name = 1  // NFTA_TABLE_NAME
  case flags = 2  // NFTA_TABLE_FLAGS
  case handle = 4  // NFTA_TABLE_HANDLE
  case owner = 7  // NFTA_TABLE_OWNER
}

extension NftTable {
  /// Reads the payload of an `NFT_MSG_NEWTABLE`.
  public init(message: Span<UInt8>) throws(WireError) {
    let header = try NetfilterHeader(message)
    let body = AttributeReader<NftTableAttribute>(
      message.extracting(droppingFirst: NetfilterHeader.size))
    self.init(
      id: ID(header.family, try body.text(.name) ?? ""), handle: try body.wide(.handle) ?? 0,
      flags: try body.number(.flags) ?? 0, owner: try body.number(.owner))
  }
}
