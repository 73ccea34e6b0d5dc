/// `nat`, `masq` and `redir`: give the packet's connection other addresses or ports.
extension Expression {
  public struct Nat: Equatable, Sendable {
    public var kind: Kind
    /// The addresses' family.
    public var family: NftFamily
    /// Registers; the last ones are `nil` or the same where there is one only.
    public var address: Int?
    public var lastAddress: Int?
    public var port: Int?
    public var lastPort: Int?
    /// `NF_NAT_RANGE_*`
    public var flags: UInt32

    public enum Kind: Sendable { case source, destination, masquerade, redirect }

    public init(
      _ kind: Kind, family: NftFamily = .any, address: Int? = nil, lastAddress: Int? = nil,
      port: Int? = nil, lastPort: Int? = nil, flags: UInt32 = 0
    ) {
      self.kind = kind
      self.family = family
      self.address = address
      self.lastAddress = lastAddress
      self.port = port
      self.lastPort = lastPort
      self.flags = flags
    }
  }
}

/// `NFTA_NAT_*`
enum NatAttribute: UInt16, AttributeKey {
  case type = 1  // NFTA_NAT_TYPE
  case family = 2  // NFTA_NAT_FAMILY
  case address = 3  // NFTA_NAT_REG_ADDR_MIN
  case lastAddress = 4  // NFTA_NAT_REG_ADDR_MAX
  case port = 5  // NFTA_NAT_REG_PROTO_MIN
  case lastPort = 6  // NFTA_NAT_REG_PROTO_MAX
  case flags = 7  // NFTA_NAT_FLAGS
}

/// `NFTA_MASQ_*`
enum MasqAttribute: UInt16, AttributeKey {
  case flags = 1  // NFTA_MASQ_FLAGS
  case port = 2  // NFTA_MASQ_REG_PROTO_MIN
  case lastPort = 3  // NFTA_MASQ_REG_PROTO_MAX
}

/// `NFTA_REDIR_*`
enum RedirAttribute: UInt16, AttributeKey {
  case port = 1  // NFTA_REDIR_REG_PROTO_MIN
  case lastPort = 2  // NFTA_REDIR_REG_PROTO_MAX
  case flags = 3  // NFTA_REDIR_FLAGS
}

extension Expression.Nat {
  init(nat nest: consuming AttributeReader<NatAttribute>) throws(WireError) {
    self.init(
      try nest.number(.type) == 0 ? .source : .destination,  // NFT_NAT_SNAT
      family: try nest.family(.family),
      address: try nest.register(.address), lastAddress: try nest.register(.lastAddress),
      port: try nest.register(.port), lastPort: try nest.register(.lastPort),
      flags: try nest.number(.flags) ?? 0)
  }

  init(masq nest: consuming AttributeReader<MasqAttribute>) throws(WireError) {
    self.init(
      .masquerade, port: try nest.register(.port),
      lastPort: try nest.register(.lastPort), flags: try nest.number(.flags) ?? 0)
  }

  init(redir nest: consuming AttributeReader<RedirAttribute>) throws(WireError) {
    self.init(
      .redirect, port: try nest.register(.port),
      lastPort: try nest.register(.lastPort), flags: try nest.number(.flags) ?? 0)
  }
}
