extension Header {
  static let ipFields = [
    HeaderField(0, 4, "ip version"),
    HeaderField(4, 4, "ip hdrlength"),
    HeaderField(8, 6, "ip dscp", .dscp),
    HeaderField(14, 2, "ip ecn", .ecn),
    HeaderField(16, 16, "ip length"),
    HeaderField(32, 16, "ip id"),
    HeaderField(48, 16, "ip frag-off"),
    HeaderField(64, 8, "ip ttl"),
    HeaderField(72, 8, "ip protocol", .transport, .transport, isProtocol: true),
    HeaderField(80, 16, "ip checksum"),
    HeaderField(96, 32, "ip saddr", .ipv4, .source),
    HeaderField(128, 32, "ip daddr", .ipv4, .destination),
  ]

  static let ip6Fields = [
    HeaderField(0, 4, "ip6 version"),
    HeaderField(4, 6, "ip6 dscp", .dscp),
    HeaderField(10, 2, "ip6 ecn", .ecn),
    HeaderField(12, 20, "ip6 flowlabel"),
    HeaderField(32, 16, "ip6 length"),
    HeaderField(48, 8, "ip6 nexthdr", .transport, .transport, isProtocol: true),
    HeaderField(56, 8, "ip6 hoplimit"),
    HeaderField(64, 128, "ip6 saddr", .ipv6, .source),
    HeaderField(192, 128, "ip6 daddr", .ipv6, .destination),
  ]

  static let icmpFields = [
    HeaderField(0, 8, "icmp type", .icmpType, isProtocol: true),
    HeaderField(8, 8, "icmp code", .icmpCode),
    HeaderField(16, 16, "icmp checksum"),
    HeaderField(32, 16, "icmp id", icmpType: 8),  // ICMP_ECHO
    HeaderField(48, 16, "icmp sequence", icmpType: 8),
    HeaderField(32, 32, "icmp gateway", icmpType: 5),  // ICMP_REDIRECT
    HeaderField(48, 16, "icmp mtu", icmpType: 3),  // ICMP_DEST_UNREACH
  ]

  static let icmpv6Fields = [
    HeaderField(0, 8, "icmpv6 type", .icmpv6Type, isProtocol: true),
    HeaderField(8, 8, "icmpv6 code", .icmpv6Code),
    HeaderField(16, 16, "icmpv6 checksum"),
    HeaderField(32, 32, "icmpv6 parameter-problem", icmpType: 4),  // ICMP6_PARAM_PROB
    HeaderField(32, 32, "icmpv6 mtu", icmpType: 2),  // ICMP6_PACKET_TOO_BIG
    HeaderField(32, 16, "icmpv6 id", icmpType: 128),  // ICMP6_ECHO_REQUEST
    HeaderField(48, 16, "icmpv6 sequence", icmpType: 128),
    HeaderField(32, 16, "icmpv6 max-delay", icmpType: 130),  // MLD_LISTENER_QUERY
  ]

  static let igmpFields = [
    HeaderField(0, 8, "igmp type", .igmpType),
    HeaderField(8, 8, "igmp mrt"),
    HeaderField(16, 16, "igmp checksum"),
    HeaderField(32, 32, "igmp group"),
  ]
}
