/// `dup`: sends a copy of the packet to an address, a device, or both.
extension Expression {
  public struct Dup: Equatable, Sendable {
    /// Registers.
    public var address: Int?
    public var device: Int?
  }
}

/// `NFTA_DUP_*`
enum DupAttribute: UInt16, AttributeKey {
  case address = 1  // NFTA_DUP_SREG_ADDR
  case device = 2  // NFTA_DUP_SREG_DEV
}

extension Expression.Dup {
  init(_ nest: consuming AttributeReader<DupAttribute>) throws(WireError) {
    address = try nest.register(.address)
    device = try nest.register(.device)
  }
}
