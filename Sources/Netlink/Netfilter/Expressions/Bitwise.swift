/// `bitwise`: a register's bits, changed.
extension Expression {
  public struct Bitwise: Equatable, Sendable {
    public var source: Int
    public var destination: Int
    /// In bytes.
    public var length: Int
    public var operation: Operation

    public init(_ source: Int, into destination: Int, length: Int, _ operation: Operation) {
      self.source = source
      self.destination = destination
      self.length = length
      self.operation = operation
    }

    /// `NFT_BITWISE_*`
    public enum Operation: Equatable, Sendable {
      /// `(source & mask) ^ xor`: NFT_BITWISE_MASK_XOR
      case maskXor(mask: [UInt8], xor: [UInt8])
      /// By so many bits: NFT_BITWISE_LSHIFT, NFT_BITWISE_RSHIFT.
      case left(UInt32)
      case right(UInt32)
      /// With a second register: NFT_BITWISE_AND, NFT_BITWISE_OR, NFT_BITWISE_XOR.
      case and(Int)
      case or(Int)
      case xor(Int)
      /// One this version does not know.
      case other(UInt32)
    }
  }
}

/// `NFTA_BITWISE_*`
enum BitwiseAttribute: UInt16, AttributeKey {
  case source = 1  // NFTA_BITWISE_SREG
  case destination = 2  // NFTA_BITWISE_DREG
  case length = 3  // NFTA_BITWISE_LEN
  case mask = 4  // NFTA_BITWISE_MASK
  case xor = 5  // NFTA_BITWISE_XOR
  case operation = 6  // NFTA_BITWISE_OP
  case data = 7  // NFTA_BITWISE_DATA
  case source2 = 8  // NFTA_BITWISE_SREG2
}

extension Expression.Bitwise {
  init(_ nest: consuming AttributeReader<BitwiseAttribute>) throws(WireError) {
    source = try nest.register(.source) ?? 0
    destination = try nest.register(.destination) ?? 0
    length = Int(try nest.number(.length) ?? 0)
    operation = try Operation(nest)
  }
}

extension Expression.Bitwise.Operation {
  fileprivate init(_ nest: AttributeReader<BitwiseAttribute>) throws(WireError) {
    switch try nest.number(.operation) ?? 0 {
    case 0:  // NFT_BITWISE_MASK_XOR
      self = .maskXor(
        mask: try nest.find(.mask)?.value.nestedValue() ?? [],
        xor: try nest.find(.xor)?.value.nestedValue() ?? [])
    case 1: self = .left(try nest.shift())  // NFT_BITWISE_LSHIFT
    case 2: self = .right(try nest.shift())  // NFT_BITWISE_RSHIFT
    case 3: self = .and(try nest.register(.source2) ?? 0)  // NFT_BITWISE_AND
    case 4: self = .or(try nest.register(.source2) ?? 0)  // NFT_BITWISE_OR
    case 5: self = .xor(try nest.register(.source2) ?? 0)  // NFT_BITWISE_XOR
    case let other: self = .other(other)
    }
  }
}

extension AttributeReader<BitwiseAttribute> {
  /// A number of bits, which lies in a register's order: the host's.
  fileprivate func shift() throws(WireError) -> UInt32 {
    let bytes = try find(.data)?.value.nestedValue() ?? []
    return bytes.count == 4 ? bytes.span.uint32(at: 0) : 0
  }
}
