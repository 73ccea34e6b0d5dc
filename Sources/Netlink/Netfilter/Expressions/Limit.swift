/// `limit`: ends the rule for what comes too fast.
extension Expression {
  public struct Limit: Equatable, Sendable {
    public var rate: UInt64
    /// Seconds.
    public var unit: UInt64
    /// Packets or bytes, as is the rate.
    public var burst: UInt32
    public var countsBytes: Bool
    /// Fits what comes faster: `NFT_LIMIT_F_INV`.
    public var isOver: Bool
  }
}

/// `NFTA_LIMIT_*`
enum LimitAttribute: UInt16, AttributeKey {
  case rate = 1  // NFTA_LIMIT_RATE
  case unit = 2  // NFTA_LIMIT_UNIT
  case burst = 3  // NFTA_LIMIT_BURST
  case type = 4  // NFTA_LIMIT_TYPE
  case flags = 5  // NFTA_LIMIT_FLAGS
}

extension Expression.Limit {
  init(_ nest: consuming AttributeReader<LimitAttribute>) throws(WireError) {
    rate = try nest.wide(.rate) ?? 0
    unit = try nest.wide(.unit) ?? 0
    burst = try nest.number(.burst) ?? 0
    countsBytes = try nest.number(.type) == 1  // NFT_LIMIT_PKT_BYTES
    isOver = (try nest.number(.flags) ?? 0) & 1 != 0
  }
}
