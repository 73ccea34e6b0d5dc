/// `meta`: what the kernel knows of a packet that is not in its bytes.
extension Expression {
  public struct Meta: Equatable, Sendable {
    /// `NFT_META_*`
    public var key: UInt32
    public var use: RegisterUse

    public init(key: UInt32, _ use: RegisterUse) {
      self.key = key
      self.use = use
    }
  }
}

/// `NFTA_META_*`
enum MetaAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_META_DREG
  case key = 2  // NFTA_META_KEY
  case source = 3  // NFTA_META_SREG
}

extension Expression.Meta {
  init(_ nest: consuming AttributeReader<MetaAttribute>) throws(WireError) {
    key = try nest.number(.key) ?? 0
    use = try nest.use(.destination, .source)
  }
}
