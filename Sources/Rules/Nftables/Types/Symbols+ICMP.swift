/// Types and codes of ICMP, ICMPv6 and IGMP messages.
extension Symbols {
  static let icmpTypes: SymbolTable = [
    0: "echo-reply", 3: "destination-unreachable", 4: "source-quench", 5: "redirect",
    8: "echo-request", 9: "router-advertisement", 10: "router-solicitation",
    11: "time-exceeded", 12: "parameter-problem", 13: "timestamp-request",
    14: "timestamp-reply", 15: "info-request", 16: "info-reply", 17: "address-mask-request",
    18: "address-mask-reply",
  ]
  /// `ICMP_*_UNREACH` and what else is refused.
  static let icmpCodes: SymbolTable = [
    0: "net-unreachable", 1: "host-unreachable", 2: "prot-unreachable", 3: "port-unreachable",
    4: "frag-needed", 9: "net-prohibited", 10: "host-prohibited", 13: "admin-prohibited",
  ]
  static let icmpv6Types: SymbolTable = [
    1: "destination-unreachable", 2: "packet-too-big", 3: "time-exceeded",
    4: "parameter-problem", 128: "echo-request", 129: "echo-reply", 130: "mld-listener-query",
    131: "mld-listener-report", 132: "mld-listener-done", 133: "nd-router-solicit",
    134: "nd-router-advert", 135: "nd-neighbor-solicit", 136: "nd-neighbor-advert",
    137: "nd-redirect", 138: "router-renumbering", 141: "ind-neighbor-solicit",
    142: "ind-neighbor-advert", 143: "mld2-listener-report",
  ]
  /// `ICMPV6_*`
  static let icmpv6Codes: SymbolTable = [
    0: "no-route", 1: "admin-prohibited", 3: "addr-unreachable", 4: "port-unreachable",
    5: "policy-fail", 6: "reject-route",
  ]
  /// `NFT_REJECT_ICMPX_*`
  static let icmpxCodes: SymbolTable = [
    0: "no-route", 1: "port-unreachable", 2: "host-unreachable", 3: "admin-prohibited",
  ]
  static let igmpTypes: SymbolTable = [
    0x11: "membership-query", 0x12: "membership-report-v1", 0x16: "membership-report-v2",
    0x17: "leave-group", 0x22: "membership-report-v3",
  ]
}
