/// `lookup`: whether a set has what is in a register, or what a map has for it.
extension Expression {
  public struct Lookup: Equatable, Sendable {
    public var set: String
    public var source: Int
    public var result: Result
    /// Ends the rule where the set has it: `NFT_LOOKUP_F_INV`.
    public var isInverted: Bool

    public enum Result: Equatable, Sendable {
      /// Ends the rule where the set has it not.
      case membership
      case value(into: Int)
      case verdict
    }
  }
}

/// `NFTA_LOOKUP_*`
enum LookupAttribute: UInt16, AttributeKey {
  case set = 1  // NFTA_LOOKUP_SET
  case source = 2  // NFTA_LOOKUP_SREG
  case destination = 3  // NFTA_LOOKUP_DREG
  case flags = 5  // NFTA_LOOKUP_FLAGS
}

extension Expression.Lookup {
  init(_ nest: consuming AttributeReader<LookupAttribute>) throws(WireError) {
    set = try nest.text(.set) ?? ""
    source = try nest.register(.source) ?? 0
    isInverted = (try nest.number(.flags) ?? 0) & 1 != 0
    if let register = try nest.register(.destination) {
      result = .value(into: register)
    } else {
      result = try nest.number(.destination) == nil ? .membership : .verdict
    }
  }
}
