/// `last`: remembers when the rule was last reached.
extension Expression {
  public struct Last: Equatable, Sendable {
    /// How long ago, in milliseconds; `nil` where it never was.
    public var age: UInt64?
  }
}

/// `NFTA_LAST_*`
enum LastAttribute: UInt16, AttributeKey {
  case set = 1  // NFTA_LAST_SET
  case milliseconds = 2  // NFTA_LAST_MSECS
}

extension Expression.Last {
  init(_ nest: consuming AttributeReader<LastAttribute>) throws(WireError) {
    age = try nest.number(.set) == 1 ? try nest.wide(.milliseconds) : nil
  }
}
