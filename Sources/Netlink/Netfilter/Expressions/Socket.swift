/// `socket`: the local socket that a packet belongs to.
extension Expression {
  public struct Socket: Equatable, Sendable {
    /// `NFT_SOCKET_*`
    public var key: UInt32
    /// Which ancestor of a cgroup, counted from the root.
    public var level: UInt32
    public var destination: Int
  }
}

/// `NFTA_SOCKET_*`
enum SocketAttribute: UInt16, AttributeKey {
  case key = 1  // NFTA_SOCKET_KEY
  case destination = 2  // NFTA_SOCKET_DREG
  case level = 3  // NFTA_SOCKET_LEVEL
}

extension Expression.Socket {
  init(_ nest: consuming AttributeReader<SocketAttribute>) throws(WireError) {
    key = try nest.number(.key) ?? 0
    level = try nest.number(.level) ?? 0
    destination = try nest.register(.destination) ?? 0
  }
}
