/// The name `/etc/protocols` gives a number; the number itself where it has none.
func transportName(_ number: UInt8) -> String {
  switch number {
  case 1: "icmp"
  case 6: "tcp"
  case 17: "udp"
  case 58: "ipv6-icmp"
  default: Symbols.transports[UInt64(number)] ?? "\(number)"
  }
}

extension Symbols {
  /// IANA's protocol numbers, as Debian's netbase names them.
  fileprivate static let transports: SymbolTable = [
    0: "ip", 2: "igmp", 3: "ggp", 4: "ipencap", 5: "st", 8: "egp", 9: "igp", 12: "pup",
    20: "hmp", 22: "xns-idp", 27: "rdp", 29: "iso-tp4", 33: "dccp", 36: "xtp", 37: "ddp",
    38: "idpr-cmtp", 41: "ipv6", 43: "ipv6-route", 44: "ipv6-frag", 45: "idrp", 46: "rsvp",
    47: "gre", 50: "esp", 51: "ah", 57: "skip", 59: "ipv6-nonxt", 60: "ipv6-opts", 73: "rspf",
    81: "vmtp", 88: "eigrp", 89: "ospf", 93: "ax.25", 94: "ipip", 97: "etherip", 98: "encap",
    103: "pim", 108: "ipcomp", 112: "vrrp", 115: "l2tp", 124: "isis", 132: "sctp", 133: "fc",
    135: "mobility-header", 136: "udplite", 137: "mpls-in-ip", 138: "manet", 139: "hip",
    140: "shim6", 141: "wesp", 142: "rohc", 143: "ethernet",
  ]
}
