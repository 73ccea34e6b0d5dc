/// `connlimit`: fits as long as there are so many connections at most, or when there are more.
extension Expression {
  public struct Connlimit: Equatable, Sendable {
    public var count: UInt32
    /// When there are more: `NFT_CONNLIMIT_F_INV`.
    public var isOver: Bool
  }
}

/// `NFTA_CONNLIMIT_*`
enum ConnlimitAttribute: UInt16, AttributeKey {
  case count = 1  // NFTA_CONNLIMIT_COUNT
  case flags = 2  // NFTA_CONNLIMIT_FLAGS
}

extension Expression.Connlimit {
  init(_ nest: consuming AttributeReader<ConnlimitAttribute>) throws(WireError) {
    count = try nest.number(.count) ?? 0
    isOver = (try nest.number(.flags) ?? 0) & 1 != 0
  }
}
