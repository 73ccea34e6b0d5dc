import Netlink

extension NftInterpreter {
  /// `reject`: what the sender is told, where that is not what nft takes by default.
  mutating func text(_ reject: Expression.Reject) -> String {
    if reject.type != 2 { leaveOut(isOneFamily ? .transport : .network, for: reject) }
    switch reject.type {
    case 1: return "reject with tcp reset"  // NFT_REJECT_TCP_RST
    case 2:  // NFT_REJECT_ICMPX_UNREACH
      if reject.code == 1 { return "reject" }  // NFT_REJECT_ICMPX_PORT_UNREACH
      return "reject with icmpx \(Self.name(reject.code, Self.icmpxCodes))"
    default:
      if layers.network == .ip6 { return unreachable("icmpv6", reject.code, Self.icmp6Codes, 4) }
      return unreachable("icmp", reject.code, Self.icmpCodes, 3)
    }
  }

  /// Where a table sees both families, nft always says which.
  private func unreachable(
    _ protocol: String, _ code: UInt8, _ names: [String?], _ usual: UInt8
  ) -> String {
    if code == usual, isOneFamily { return "reject" }
    return "reject with \(`protocol`) \(Self.name(code, names))"
  }

  private var isOneFamily: Bool { table.family == .ip || table.family == .ip6 }

  /// What is refused says which protocol it is about.
  private mutating func leaveOut(_ layer: Layer, for reject: Expression.Reject) {
    let isReset = reject.type == 1  // NFT_REJECT_TCP_RST
    if layer == .network || isReset { leaveOut(layer) }
  }

  private static func name(_ code: UInt8, _ names: [String?]) -> String {
    (code < names.count ? names[Int(code)] : nil) ?? "\(code)"
  }

  /// `ICMP_*_UNREACH`, by number.
  private static let icmpCodes = [
    "net-unreachable", "host-unreachable", "prot-unreachable", "port-unreachable",
    "frag-needed", nil, nil, nil, nil, "net-prohibited", "host-prohibited", nil, nil,
    "admin-prohibited",
  ]

  /// `ICMPV6_*`, by number.
  private static let icmp6Codes = [
    "no-route", "admin-prohibited", nil, "addr-unreachable", "port-unreachable", "policy-fail",
    "reject-route",
  ]

  /// `NFT_REJECT_ICMPX_*`, by number.
  private static let icmpxCodes = [
    "no-route", "port-unreachable", "host-unreachable", "admin-prohibited",
  ]
}
