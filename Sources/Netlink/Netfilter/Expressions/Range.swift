/// `range`: ends the rule unless a register lies between two values, both included, or outside them.
extension Expression {
  public struct Range: Equatable, Sendable {
    public var source: Int
    public var isInverted: Bool
    public var low: [UInt8]
    public var high: [UInt8]
  }
}

/// `NFTA_RANGE_*`
enum RangeAttribute: UInt16, AttributeKey {
  case source = 1  // NFTA_RANGE_SREG
  case operation = 2  // NFTA_RANGE_OP
  case from = 3  // NFTA_RANGE_FROM_DATA
  case to = 4  // NFTA_RANGE_TO_DATA
}

extension Expression.Range {
  init(_ nest: consuming AttributeReader<RangeAttribute>) throws(WireError) {
    source = try nest.register(.source) ?? 0
    isInverted = try nest.number(.operation) == 1  // NFT_RANGE_NEQ
    low = try nest.find(.from)?.value.nestedValue() ?? []
    high = try nest.find(.to)?.value.nestedValue() ?? []
  }
}
