/// `xfrm`: the IPsec transformation that a packet went through or will go through.
extension Expression {
  public struct Xfrm: Equatable, Sendable {
    /// `NFT_XFRM_KEY_*`
    public var key: UInt32
    /// `XFRM_POLICY_*`: 0 in, 1 out.
    public var direction: UInt8
    /// Which of several transformations, from 0.
    public var number: UInt32
    public var destination: Int
  }
}

/// `NFTA_XFRM_*`
enum XfrmAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_XFRM_DREG
  case key = 2  // NFTA_XFRM_KEY
  case direction = 3  // NFTA_XFRM_DIR
  case number = 4  // NFTA_XFRM_SPNUM
}

extension Expression.Xfrm {
  init(_ nest: consuming AttributeReader<XfrmAttribute>) throws(WireError) {
    key = try nest.number(.key) ?? 0
    direction = try nest.find(.direction)?.uint8() ?? 0
    number = try nest.number(.number) ?? 0
    destination = try nest.register(.destination) ?? 0
  }
}
