/// `numgen`: a number below `modulus` for each packet.
extension Expression {
  public struct Numgen: Equatable, Sendable {
    /// `NFT_NG_RANDOM`; else one after the other: `NFT_NG_INCREMENTAL`.
    public var isRandom: Bool
    public var modulus: UInt32
    /// Added to the number.
    public var offset: UInt32
    public var destination: Int
  }
}

/// `NFTA_NG_*`
enum NumgenAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_NG_DREG
  case modulus = 2  // NFTA_NG_MODULUS
  case type = 3  // NFTA_NG_TYPE
  case offset = 4  // NFTA_NG_OFFSET
}

extension Expression.Numgen {
  init(_ nest: consuming AttributeReader<NumgenAttribute>) throws(WireError) {
    isRandom = try nest.number(.type) == 1  // NFT_NG_RANDOM
    modulus = try nest.number(.modulus) ?? 0
    offset = try nest.number(.offset) ?? 0
    destination = try nest.register(.destination) ?? 0
  }
}
