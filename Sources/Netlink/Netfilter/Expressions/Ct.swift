/// `ct`: the connection that a packet is part of.
extension Expression {
  public struct Ct: Equatable, Sendable {
    /// `NFT_CT_*`
    public var key: UInt32
    /// `IP_CT_DIR_*`: 0 is the original one, 1 the reply; `nil` where the key has none.
    public var direction: UInt8?
    public var use: RegisterUse

    public init(key: UInt32, direction: UInt8? = nil, _ use: RegisterUse) {
      self.key = key
      self.direction = direction
      self.use = use
    }
  }
}

/// `NFTA_CT_*`
enum CtAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_CT_DREG
  case key = 2  // NFTA_CT_KEY
  case direction = 3  // NFTA_CT_DIRECTION
  case source = 4  // NFTA_CT_SREG
}

extension Expression.Ct {
  init(_ nest: consuming AttributeReader<CtAttribute>) throws(WireError) {
    key = try nest.number(.key) ?? 0
    direction = try nest.find(.direction)?.uint8()
    use = try nest.use(.destination, .source)
  }
}
