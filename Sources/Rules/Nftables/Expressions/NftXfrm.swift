import Netlink

extension Field {
  /// `xfrm`: what IPsec does with a packet. By `NFT_XFRM_KEY_*`; the direction is one of `XFRM_POLICY_*`, the
  /// number says which of several transformations.
  static func ipsec(_ key: UInt32, direction: UInt8, number: UInt32) -> Field {
    let start = "ipsec \(direction == 0 ? "in" : "out")\(number > 0 ? " spnum \(number)" : "")"
    return switch key {
    case 1: Field("\(start) ip daddr", .ipv4)  // NFT_XFRM_KEY_DADDR_IP4
    case 2: Field("\(start) ip6 daddr", .ipv6)  // NFT_XFRM_KEY_DADDR_IP6
    case 3: Field("\(start) ip saddr", .ipv4)  // NFT_XFRM_KEY_SADDR_IP4
    case 4: Field("\(start) ip6 saddr", .ipv6)  // NFT_XFRM_KEY_SADDR_IP6
    case 5: Field("\(start) reqid", .integer, .host, bits: 32)  // NFT_XFRM_KEY_REQID
    case 6: Field("\(start) spi", .integer, .network, bits: 32)  // NFT_XFRM_KEY_SPI
    default: Field("\(start) [key \(key)]", .integer, .host, bits: 32)
    }
  }
}
