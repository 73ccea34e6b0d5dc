/// `cmp`: ends the rule unless a register compares so with bytes.
extension Expression {
  public struct Cmp: Equatable, Sendable {
    public var source: Int
    public var comparison: Comparison
    public var value: [UInt8]

    public init(_ source: Int, _ comparison: Comparison, _ value: [UInt8]) {
      self.source = source
      self.comparison = comparison
      self.value = value
    }
  }

  public enum Comparison: UInt32, Sendable {
    case equal = 0  // NFT_CMP_EQ
    case notEqual = 1  // NFT_CMP_NEQ
    case less = 2  // NFT_CMP_LT
    case atMost = 3  // NFT_CMP_LTE
    case greater = 4  // NFT_CMP_GT
    case atLeast = 5  // NFT_CMP_GTE
  }
}

/// `NFTA_CMP_*`
enum CmpAttribute: UInt16, AttributeKey {
  case source = 1  // NFTA_CMP_SREG
  case operation = 2  // NFTA_CMP_OP
  case data = 3  // NFTA_CMP_DATA
}

extension Expression.Cmp {
  init(_ nest: consuming AttributeReader<CmpAttribute>) throws(WireError) {
    self.init(
      try nest.register(.source) ?? 0,
      Expression.Comparison(rawValue: try nest.number(.operation) ?? 0) ?? .equal,
      try nest.find(.data)?.value.nestedValue() ?? [])
  }
}
