/// `dynset`: adds what is in a register to a set or map, renews it there, or takes it out.
extension Expression {
  public struct Dynset: Equatable, Sendable {
    public var set: String
    /// `NFT_DYNSET_OP_*`: 0 add, 1 update, 2 delete.
    public var operation: UInt32
    /// Registers.
    public var key: Int
    public var data: Int?
    /// In milliseconds.
    public var timeout: UInt64?
    /// Ends the rule where the set has it: `NFT_DYNSET_F_INV`.
    public var isInverted: Bool
    /// What each element does when it is met.
    public var expressions: [Expression]
  }
}

/// `NFTA_DYNSET_*`
enum DynsetAttribute: UInt16, AttributeKey {
  case set = 1  // NFTA_DYNSET_SET_NAME
  case operation = 3  // NFTA_DYNSET_OP
  case key = 4  // NFTA_DYNSET_SREG_KEY
  case data = 5  // NFTA_DYNSET_SREG_DATA
  case timeout = 6  // NFTA_DYNSET_TIMEOUT
  case expression = 7  // NFTA_DYNSET_EXPR
  case flags = 9  // NFTA_DYNSET_FLAGS
  case expressions = 10  // NFTA_DYNSET_EXPRESSIONS
}

extension Expression.Dynset {
  init(_ nest: consuming AttributeReader<DynsetAttribute>) throws(WireError) {
    set = try nest.text(.set) ?? ""
    operation = try nest.number(.operation) ?? 0
    key = try nest.register(.key) ?? 0
    data = try nest.register(.data)
    timeout = try nest.wide(.timeout)
    isInverted = (try nest.number(.flags) ?? 0) & 1 != 0
    expressions = try nest.expressions(.expression, .expressions)
  }
}
