import Netlink

extension NftInterpreter {
  /// `reject`: what the sender is told, where that is not what nft takes by default.
  func text(_ reject: Expression.Reject) -> String {
    let (type, code) = (reject.type, reject.code)
    if type == 1 { return "reject with tcp reset" }  // NFT_REJECT_TCP_RST
    if type == 2 {  // NFT_REJECT_ICMPX_UNREACH
      if code == 1 { return "reject" }
      return "reject with icmpx \(Self.icmpxCodes[UInt64(code)] ?? "\(code)")"
    }
    let isIPv6 = layers.network == .ip6
    if code == (isIPv6 ? 4 : 3), table.family != .inet { return "reject" }
    let names = isIPv6 ? Self.icmp6Codes : Self.icmpCodes
    return "reject with \(isIPv6 ? "icmpv6" : "icmp") \(names[UInt64(code)] ?? "\(code)")"
  }

  /// `ICMP_*_UNREACH`
  private static let icmpCodes: [UInt64: String] = [
    0: "net-unreachable", 1: "host-unreachable", 2: "prot-unreachable", 3: "port-unreachable",
    9: "net-prohibited", 10: "host-prohibited", 13: "admin-prohibited",
  ]

  /// `ICMPV6_*`
  private static let icmp6Codes: [UInt64: String] = [
    0: "no-route", 1: "admin-prohibited", 3: "addr-unreachable", 4: "port-unreachable",
    5: "policy-fail", 6: "reject-route",
  ]

  /// `NFT_REJECT_ICMPX_*`
  private static let icmpxCodes: [UInt64: String] = [
    0: "no-route", 1: "port-unreachable", 2: "host-unreachable", 3: "admin-prohibited",
  ]
}
