/// `inner`: what a packet inside a tunnel has.
extension Expression {
  public struct Inner: Equatable, Sendable {
    /// `NFT_INNER_*`: which tunnel.
    public var type: UInt32
    /// `NFT_INNER_HDRSIZE` and so on: which headers the inner packet begins with.
    public var flags: UInt32
    /// Of the tunnel's own header, in bytes.
    public var headerSize: UInt32
    /// At most one: what is loaded from the inner packet.
    public var expressions: [Expression]
  }
}

/// `NFTA_INNER_*`
enum InnerAttribute: UInt16, AttributeKey {
  case number = 1  // NFTA_INNER_NUM
  case type = 2  // NFTA_INNER_TYPE
  case flags = 3  // NFTA_INNER_FLAGS
  case headerSize = 4  // NFTA_INNER_HDRSIZE
  case expression = 5  // NFTA_INNER_EXPR
}

extension Expression.Inner {
  init(_ nest: consuming AttributeReader<InnerAttribute>) throws(WireError) {
    type = try nest.number(.type) ?? 0
    flags = try nest.number(.flags) ?? 0
    headerSize = try nest.number(.headerSize) ?? 0
    expressions = try nest.expressions(.expression, nil)
  }
}
