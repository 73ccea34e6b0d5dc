/// `byteorder`: turns numbers in a register from network to host order, or back.
extension Expression {
  public struct Byteorder: Equatable, Sendable {
    public var source: Int
    public var destination: Int
    /// To network order: `NFT_BYTEORDER_HTON`.
    public var isToNetwork: Bool
    /// In bytes, of all numbers together.
    public var length: Int
    /// In bytes, of one number: 2, 4 or 8.
    public var size: Int
  }
}

/// `NFTA_BYTEORDER_*`
enum ByteorderAttribute: UInt16, AttributeKey {
  case source = 1  // NFTA_BYTEORDER_SREG
  case destination = 2  // NFTA_BYTEORDER_DREG
  case operation = 3  // NFTA_BYTEORDER_OP
  case length = 4  // NFTA_BYTEORDER_LEN
  case size = 5  // NFTA_BYTEORDER_SIZE
}

extension Expression.Byteorder {
  init(_ nest: consuming AttributeReader<ByteorderAttribute>) throws(WireError) {
    source = try nest.register(.source) ?? 0
    destination = try nest.register(.destination) ?? 0
    isToNetwork = try nest.number(.operation) == 1  // NFT_BYTEORDER_HTON
    length = Int(try nest.number(.length) ?? 0)
    size = Int(try nest.number(.size) ?? 0)
  }
}
