/// `osf`: the operating system that a SYN packet looks like.
extension Expression {
  public struct Osf: Equatable, Sendable {
    /// `NF_OSF_TTL_*`: how the time to live is compared.
    public var ttl: UInt8
    /// The version too: `NFT_OSF_F_VERSION`.
    public var isVersion: Bool
    public var destination: Int
  }
}

/// `NFTA_OSF_*`
enum OsfAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_OSF_DREG
  case ttl = 2  // NFTA_OSF_TTL
  case flags = 3  // NFTA_OSF_FLAGS
}

extension Expression.Osf {
  init(_ nest: consuming AttributeReader<OsfAttribute>) throws(WireError) {
    ttl = try nest.find(.ttl)?.uint8() ?? 0
    isVersion = (try nest.number(.flags) ?? 0) & 1 != 0
    destination = try nest.register(.destination) ?? 0
  }
}
