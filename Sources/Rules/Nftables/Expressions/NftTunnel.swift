import Netlink

extension Field {
  /// `tunnel`: the tunnel a packet came through. By `NFT_TUNNEL_*`.
  static func tunnel(_ key: UInt32) -> Field {
    switch key {
    case 0: Field("tunnel path", .boolean, .host, bits: 8)  // NFT_TUNNEL_PATH
    case 1: Field("tunnel id", .integer, .host, bits: 32)  // NFT_TUNNEL_ID
    default: Field("[tunnel \(key)]", .integer, .host, bits: 32)
    }
  }
}
