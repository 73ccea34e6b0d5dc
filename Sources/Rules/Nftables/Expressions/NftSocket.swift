import Netlink

extension Field {
  /// `socket`: the local socket a packet belongs to. By `NFT_SOCKET_*`.
  static func socket(_ key: UInt32, level: UInt32) -> Field {
    switch key {
    case 0: Field("socket transparent", .integer, .host, bits: 8)  // NFT_SOCKET_TRANSPARENT
    case 1: Field("socket mark", .mark)  // NFT_SOCKET_MARK
    case 2: Field("socket wildcard", .integer, .host, bits: 8)  // NFT_SOCKET_WILDCARD
    case 3: Field("socket cgroupv2 level \(level)", .controlGroup)  // NFT_SOCKET_CGROUPV2
    default: Field("[socket \(key)]", .integer, .host, bits: 32)
    }
  }
}
