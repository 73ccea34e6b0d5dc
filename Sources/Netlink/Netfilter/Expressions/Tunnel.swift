/// `tunnel`: the tunnel that a packet came through.
extension Expression {
  public struct Tunnel: Equatable, Sendable {
    /// `NFT_TUNNEL_*`
    public var key: UInt32
    /// `NFT_TUNNEL_MODE_*`
    public var mode: UInt32
    public var destination: Int
  }
}

/// `NFTA_TUNNEL_*`
enum TunnelAttribute: UInt16, AttributeKey {
  case key = 1  // NFTA_TUNNEL_KEY
  case destination = 2  // NFTA_TUNNEL_DREG
  case mode = 3  // NFTA_TUNNEL_MODE
}

extension Expression.Tunnel {
  init(_ nest: consuming AttributeReader<TunnelAttribute>) throws(WireError) {
    key = try nest.number(.key) ?? 0
    mode = try nest.number(.mode) ?? 0
    destination = try nest.register(.destination) ?? 0
  }
}
