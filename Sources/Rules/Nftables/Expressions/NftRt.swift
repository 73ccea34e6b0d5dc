import Netlink

extension Field {
  /// `rt`: the route a packet takes. By `NFT_RT_*`.
  static func route(_ key: UInt32) -> Field {
    switch key {
    case 0: Field("rt classid", .realm)  // NFT_RT_CLASSID
    case 1: Field("rt ip nexthop", .ipv4)  // NFT_RT_NEXTHOP4
    case 2: Field("rt ip6 nexthop", .ipv6)  // NFT_RT_NEXTHOP6
    case 3: Field("rt mtu", .integer, .host, bits: 16)  // NFT_RT_TCPMSS
    case 4: Field("rt ipsec", .boolean, .host, bits: 8)  // NFT_RT_XFRM
    default: Field("[rt \(key)]", .integer, .host, bits: 32)
    }
  }
}
