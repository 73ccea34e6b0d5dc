/// `immediate`: bytes that the rule itself gives, or what becomes of the packet.
extension Expression {
  public struct Immediate: Equatable, Sendable {
    public var datum: Datum
    /// Without meaning for a verdict.
    public var destination: Int

    public init(_ datum: Datum, into destination: Int = 0) {
      self.datum = datum
      self.destination = destination
    }
  }
}

/// `NFTA_IMMEDIATE_*`
enum ImmediateAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_IMMEDIATE_DREG
  case data = 2  // NFTA_IMMEDIATE_DATA
}

extension Expression.Immediate {
  init(_ nest: consuming AttributeReader<ImmediateAttribute>) throws(WireError) {
    let data = try nest.span(.data)
    datum = try Datum(AttributeReader(data))
    destination = try nest.register(.destination) ?? 0
  }
}
