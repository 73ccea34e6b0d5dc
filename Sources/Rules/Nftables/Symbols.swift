/// The kernel's numbers under the names nft prints.
enum Symbols {
  static let etherTypes: [UInt64: String] = [
    0x0800: "ip", 0x0806: "arp", 0x86dd: "ip6", 0x8100: "8021q", 0x88a8: "8021ad",
  ]
  static let families: [UInt64: String] = [2: "ipv4", 10: "ipv6"]
  static let packetTypes: [UInt64: String] = [
    0: "host", 1: "broadcast", 2: "multicast", 3: "other",
  ]
  /// `RTN_*`
  static let addressTypes: [UInt64: String] = [
    0: "unspec", 1: "unicast", 2: "local", 3: "broadcast", 4: "anycast", 5: "multicast",
    6: "blackhole", 7: "unreachable", 8: "prohibit",
  ]
  /// `NF_CT_STATE_BIT`
  static let connectionStates: [(UInt64, String)] = [
    (1, "invalid"), (2, "established"), (4, "related"), (8, "new"), (64, "untracked"),
  ]
  /// `IPS_*`
  static let connectionStatuses: [(UInt64, String)] = [
    (1, "expected"), (2, "seen-reply"), (4, "assured"), (8, "confirmed"), (16, "snat"),
    (32, "dnat"), (512, "dying"),
  ]
  static let tcpFlags: [(UInt64, String)] = [
    (1, "fin"), (2, "syn"), (4, "rst"), (8, "psh"), (16, "ack"), (32, "urg"), (64, "ecn"),
    (128, "cwr"),
  ]
  static let icmpTypes: [UInt64: String] = [
    0: "echo-reply", 3: "destination-unreachable", 4: "source-quench", 5: "redirect",
    8: "echo-request", 9: "router-advertisement", 10: "router-solicitation",
    11: "time-exceeded", 12: "parameter-problem", 13: "timestamp-request",
    14: "timestamp-reply", 15: "info-request", 16: "info-reply", 17: "address-mask-request",
    18: "address-mask-reply",
  ]
  static let icmp6Types: [UInt64: String] = [
    1: "destination-unreachable", 2: "packet-too-big", 3: "time-exceeded",
    4: "parameter-problem", 128: "echo-request", 129: "echo-reply", 130: "mld-listener-query",
    131: "mld-listener-report", 132: "mld-listener-done", 133: "nd-router-solicit",
    134: "nd-router-advert", 135: "nd-neighbor-solicit", 136: "nd-neighbor-advert",
    137: "nd-redirect", 138: "router-renumbering", 141: "ind-neighbor-solicit",
    142: "ind-neighbor-advert", 143: "mld2-listener-report",
  ]
}

/// The name `/etc/protocols` gives a number; the number itself where it is not a common one.
func transportName(_ number: UInt8) -> String {
  switch number {
  case 1: "icmp"
  case 2: "igmp"
  case 4: "ipencap"
  case 6: "tcp"
  case 17: "udp"
  case 33: "dccp"
  case 41: "ipv6"
  case 47: "gre"
  case 50: "esp"
  case 51: "ah"
  case 58: "ipv6-icmp"
  case 89: "ospf"
  case 108: "ipcomp"
  case 112: "vrrp"
  case 132: "sctp"
  case 136: "udplite"
  default: "\(number)"
  }
}
