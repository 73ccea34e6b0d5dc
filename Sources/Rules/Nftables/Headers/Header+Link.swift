extension Header {
  static let etherFields = [
    HeaderField(0, 48, "ether daddr", .ether),
    HeaderField(48, 48, "ether saddr", .ether),
    HeaderField(96, 16, "ether type", .etherType, isProtocol: true),
  ]

  static let vlanFields = [
    HeaderField(0, 3, "vlan pcp"),
    HeaderField(3, 1, "vlan dei"),
    HeaderField(3, 1, "vlan cfi"),
    HeaderField(4, 12, "vlan id"),
    HeaderField(16, 16, "vlan type", .etherType, isProtocol: true),
  ]

  static let arpFields = [
    HeaderField(0, 16, "arp htype"),
    HeaderField(16, 16, "arp ptype", .etherType),
    HeaderField(32, 8, "arp hlen"),
    HeaderField(40, 8, "arp plen"),
    HeaderField(48, 16, "arp operation", .arpOperation),
    HeaderField(64, 48, "arp saddr ether", .ether),
    HeaderField(112, 32, "arp saddr ip", .ipv4, .source),
    HeaderField(144, 48, "arp daddr ether", .ether),
    HeaderField(192, 32, "arp daddr ip", .ipv4, .destination),
  ]
}
