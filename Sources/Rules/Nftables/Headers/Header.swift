import Netlink

/// A header that nft knows the fields of. Raw values up to 17 are nft's own, which sets carry.
enum Header: UInt32 {
  case ah = 1
  case esp = 2
  case comp = 3
  case icmp = 4
  case igmp = 5
  case udp = 6
  case udplite = 7
  case tcp = 8
  case dccp = 9
  case sctp = 10
  /// Any transport header that begins with ports.
  case th = 11
  case ip = 12
  case ip6 = 13
  case icmpv6 = 14
  case arp = 15
  case vlan = 16
  case ether = 17
  /// No bytes: what stands below the network header in inet and netdev tables.
  case inet
  case netdev
  /// One that has no name here.
  case unknown
}

extension Header {
  /// In nft's order, which its notes on sets count by: from 1.
  var fields: [HeaderField] {
    switch self {
    case .ether: Self.etherFields
    case .vlan: Self.vlanFields
    case .arp: Self.arpFields
    case .ip: Self.ipFields
    case .ip6: Self.ip6Fields
    case .icmp: Self.icmpFields
    case .icmpv6: Self.icmpv6Fields
    case .igmp: Self.igmpFields
    case .ah: Self.ahFields
    case .esp: Self.espFields
    case .comp: Self.compFields
    case .udp: Self.udpFields
    case .udplite: Self.udpliteFields
    case .tcp: Self.tcpFields
    case .dccp: Self.dccpFields
    case .sctp: Self.sctpFields
    case .th: Self.thFields
    case .inet, .netdev, .unknown: []
    }
  }

  var layer: Layer {
    switch self {
    case .ether, .vlan, .inet, .netdev: .link
    case .ip, .ip6, .arp: .network
    case .ah, .esp, .comp, .icmp, .igmp, .udp, .udplite, .tcp, .dccp, .sctp, .th, .icmpv6,
      .unknown:
      .transport
    }
  }

  /// In bits, of one that others may lie behind on the same layer.
  var length: Int {
    self == .ether ? 112 : self == .vlan ? 32 : 0
  }

  /// The header that comes next where the field that says so has this value.
  func next(_ number: UInt64) -> Header? {
    switch self {
    case .inet: Self.family(number)
    case .netdev, .ether, .vlan: Self.etherType(number)
    case .ip, .ip6: Self.transport(number)
    case .ah, .comp:
      switch Self.transport(number) {
      case .icmp, .icmpv6, .igmp, nil: nil
      case let header: header
      }
    case .arp, .esp, .icmp, .igmp, .udp, .udplite, .tcp, .dccp, .sctp, .th, .icmpv6, .unknown: nil
    }
  }

  /// `NFPROTO_*`
  static func family(_ number: UInt64) -> Header? {
    switch number {
    case 2: .ip
    case 10: .ip6
    default: nil
    }
  }

  /// `ETH_P_*`
  private static func etherType(_ number: UInt64) -> Header? {
    switch number {
    case 0x0800: .ip
    case 0x0806: .arp
    case 0x86dd: .ip6
    case 0x8100, 0x88a8: .vlan
    default: nil
    }
  }

  /// `IPPROTO_*`
  static func transport(_ number: UInt64) -> Header? {
    switch number {
    case 1: .icmp
    case 2: .igmp
    case 6: .tcp
    case 17: .udp
    case 33: .dccp
    case 50: .esp
    case 51: .ah
    case 58: .icmpv6
    case 108: .comp
    case 132: .sctp
    case 136: .udplite
    default: nil
    }
  }
}

/// Where in a packet bytes are. Raw values are one more than `NFT_PAYLOAD_*_HEADER`.
enum Layer: Int {
  case link = 1
  case network = 2
  case transport = 3
  /// What is behind the transport header.
  case inner = 4
}
