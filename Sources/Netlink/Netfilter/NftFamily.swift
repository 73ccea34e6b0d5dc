/// Which packets a table sees. Raw values are `NFPROTO_*` (include/uapi/linux/netfilter.h).
public struct NftFamily: RawRepresentable, Hashable, Sendable {
  public var rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let any = Self(rawValue: 0)  // NFPROTO_UNSPEC
  public static let inet = Self(rawValue: 1)  // NFPROTO_INET
  public static let ip = Self(rawValue: 2)  // NFPROTO_IPV4
  public static let arp = Self(rawValue: 3)  // NFPROTO_ARP
  public static let netdev = Self(rawValue: 5)  // NFPROTO_NETDEV
  public static let bridge = Self(rawValue: 7)  // NFPROTO_BRIDGE
  public static let ip6 = Self(rawValue: 10)  // NFPROTO_IPV6
}

extension NftFamily {
  /// The family that nft calls so.
  public init?(name: String) {
    let families: [Self] = [.inet, .ip, .ip6, .arp, .bridge, .netdev]
    guard let family = families.first(where: { $0.description == name }) else { return nil }
    self = family
  }
}

extension NftFamily: CustomStringConvertible {
  /// nft's word for it.
  public var description: String {
    switch self {
    case .inet: "inet"
    case .ip: "ip"
    case .arp: "arp"
    case .netdev: "netdev"
    case .bridge: "bridge"
    case .ip6: "ip6"
    default: "family \(rawValue)"
    }
  }
}

/// The fixed header of every nfnetlink message, `struct nfgenmsg`.
struct NetfilterHeader {
  static let size = 4
  let family: NftFamily

  init(_ message: Span<UInt8>) throws(WireError) {
    guard message.count >= Self.size else {
      throw .shortMessage(need: Self.size, have: message.count)
    }
    family = NftFamily(rawValue: message[0])
  }
}
