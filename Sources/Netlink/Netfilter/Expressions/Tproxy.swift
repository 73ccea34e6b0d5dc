/// `tproxy`: gives the packet to a local socket, unchanged.
extension Expression {
  public struct Tproxy: Equatable, Sendable {
    /// Of the packets it is for; `.any` for both.
    public var family: NftFamily
    /// Registers.
    public var address: Int?
    public var port: Int?
  }
}

/// `NFTA_TPROXY_*`
enum TproxyAttribute: UInt16, AttributeKey {
  case family = 1  // NFTA_TPROXY_FAMILY
  case address = 2  // NFTA_TPROXY_REG_ADDR
  case port = 3  // NFTA_TPROXY_REG_PORT
}

extension Expression.Tproxy {
  init(_ nest: consuming AttributeReader<TproxyAttribute>) throws(WireError) {
    family = try nest.family(.family)
    address = try nest.register(.address)
    port = try nest.register(.port)
  }
}
