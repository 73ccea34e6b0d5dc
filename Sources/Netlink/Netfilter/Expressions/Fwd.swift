/// `fwd`: sends the packet out of a device, to a neighbour where an address is given.
extension Expression {
  public struct Fwd: Equatable, Sendable {
    /// Registers.
    public var device: Int
    public var address: Int?
    /// The address's.
    public var family: NftFamily
  }
}

/// `NFTA_FWD_*`
enum FwdAttribute: UInt16, AttributeKey {
  case device = 1  // NFTA_FWD_SREG_DEV
  case address = 2  // NFTA_FWD_SREG_ADDR
  case family = 3  // NFTA_FWD_NFPROTO
}

extension Expression.Fwd {
  init(_ nest: consuming AttributeReader<FwdAttribute>) throws(WireError) {
    device = try nest.register(.device) ?? 0
    address = try nest.register(.address)
    family = try nest.family(.family)
  }
}
