/// `rt`: the route that a packet takes.
extension Expression {
  public struct Rt: Equatable, Sendable {
    /// `NFT_RT_*`
    public var key: UInt32
    public var destination: Int
  }
}

/// `NFTA_RT_*`
enum RtAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_RT_DREG
  case key = 2  // NFTA_RT_KEY
}

extension Expression.Rt {
  init(_ nest: consuming AttributeReader<RtAttribute>) throws(WireError) {
    key = try nest.number(.key) ?? 0
    destination = try nest.register(.destination) ?? 0
  }
}
