/// `quota`: fits up to so many bytes, or all beyond them.
extension Expression {
  public struct Quota: Equatable, Sendable {
    public var bytes: UInt64
    /// Beyond them: `NFT_QUOTA_F_INV`.
    public var isOver: Bool
    /// Bytes that have come.
    public var used: UInt64
  }
}

/// `NFTA_QUOTA_*`
enum QuotaAttribute: UInt16, AttributeKey {
  case bytes = 1  // NFTA_QUOTA_BYTES
  case flags = 2  // NFTA_QUOTA_FLAGS
  case consumed = 4  // NFTA_QUOTA_CONSUMED
}

extension Expression.Quota {
  init(_ nest: consuming AttributeReader<QuotaAttribute>) throws(WireError) {
    bytes = try nest.wide(.bytes) ?? 0
    isOver = (try nest.number(.flags) ?? 0) & 1 != 0
    used = try nest.wide(.consumed) ?? 0
  }
}
