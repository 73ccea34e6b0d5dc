/// Something nft compares, and the table families that have it.
struct NftField {
  var words: String
  var values: NftValues
  var families: [String]

  init(_ words: String, _ values: NftValues, _ families: [String] = NftGrammar.families) {
    self.words = words
    self.values = values
    self.families = families
  }
}

enum NftValues {
  /// Through this one, of a type of their own or of none.
  case number(Int)
  case integer(Int)
  case address
  case address6
  case ether
  case name
  case words([String])
  /// Of no type, or of less than a byte.
  case untyped([String])
  case flags([String])

  var hasOrder: Bool {
    switch self {
    case .number, .integer, .address, .address6: true
    case .ether, .name, .words, .untyped, .flags: false
    }
  }

  /// Not made of bits.
  var isPlain: Bool { if case .flags = self { false } else { true } }

  /// nft knows how long they are, which it wants of parts of a key.
  var isTyped: Bool {
    switch self {
    case .number, .address, .address6, .ether, .name, .words: true
    case .integer, .untyped, .flags: false
    }
  }
}

extension NftField {
  private static let withIP = ["ip", "inet", "bridge", "netdev"]
  private static let withIP6 = ["ip6", "inet", "bridge", "netdev"]
  private static let withPorts = ["ip", "ip6", "inet", "bridge", "netdev"]
  private static let withConnections = ["ip", "ip6", "inet", "bridge"]
  private static let tcpFlags = ["fin", "syn", "rst", "psh", "ack", "urg", "ecn", "cwr"]

  static let all = link + network + network6 + transport + ofThePacket + ofTheConnection

  private static let link = [
    NftField("ether saddr", .ether, ["ip", "ip6", "inet", "bridge", "netdev"]),
    NftField("ether daddr", .ether, ["bridge", "netdev"]),
    NftField("ether type", .words(["ip", "ip6", "arp", "0x1234"]), ["bridge", "netdev"]),
    NftField("vlan id", .integer(4095), ["bridge", "netdev"]),
    NftField("vlan pcp", .integer(7), ["bridge", "netdev"]),
    NftField("arp operation", .words(["request", "reply", "nak"]), ["arp", "bridge", "netdev"]),
    NftField("arp htype", .integer(65535), ["arp"]),
    NftField("arp saddr ip", .address, ["arp"]),
    NftField("arp daddr ether", .ether, ["arp"]),
  ]

  private static let network = [
    NftField("ip saddr", .address, withIP),
    NftField("ip daddr", .address, withIP),
    NftField("ip protocol", .words(["tcp", "udp", "icmp", "esp", "99"]), withIP),
    NftField("ip ttl", .integer(255), withIP),
    NftField("ip id", .integer(65535), withIP),
    NftField("ip length", .integer(65535), withIP),
    NftField("ip frag-off", .integer(65535), withIP),
    NftField("ip dscp", .untyped(["cs1", "ef", "af21", "0x3f"]), withIP),
    NftField("ip ecn", .untyped(["ce", "ect0", "not-ect"]), withIP),
    NftField("ip version", .integer(15), withIP),
    NftField("ip hdrlength", .integer(15), withIP),
    NftField("icmp type", .words(["echo-request", "echo-reply", "redirect"]), withIP),
    NftField("icmp code", .words(["host-unreachable", "frag-needed", "111"]), withIP),
    NftField("icmp id", .integer(65535), withIP),
    NftField("icmp mtu", .integer(65535), withIP),
    NftField("igmp type", .words(["membership-query", "leave-group"]), withIP),
    NftField("rt ip nexthop", .address, ["inet"]),
    NftField("ip option lsrr ptr", .integer(255), ["ip", "inet"]),
  ]

  private static let network6 = [
    NftField("ip6 saddr", .address6, withIP6),
    NftField("ip6 daddr", .address6, withIP6),
    NftField("ip6 nexthdr", .words(["tcp", "udp", "ipv6-icmp", "sctp"]), withIP6),
    NftField("ip6 hoplimit", .integer(255), withIP6),
    NftField("ip6 flowlabel", .integer(1_048_575), withIP6),
    NftField("ip6 dscp", .untyped(["cs1", "ef", "0x01"]), withIP6),
    NftField("ip6 length", .integer(65535), withIP6),
    NftField("icmpv6 type", .words(["nd-neighbor-solicit", "echo-request"]), withIP6),
    NftField("icmpv6 code", .number(255), withIP6),
    NftField("hbh nexthdr", .words(["tcp", "udp"]), withIP6),
    NftField("exthdr rt", .words(["exists", "missing"]), withIP6),
    NftField("srh last-entry", .integer(255), withIP6),
    NftField("mh type", .words(["binding-update", "home-test"]), withIP6),
  ]

  private static let transport = [
    NftField("tcp dport", .number(65535), withPorts),
    NftField("tcp sport", .number(65535), withPorts),
    NftField("udp dport", .number(65535), withPorts),
    NftField("udp length", .integer(65535), withPorts),
    NftField("th dport", .number(65535), withPorts),
    NftField("sctp vtag", .integer(99999), withPorts),
    NftField("sctp chunk data stream", .integer(65535), withPorts),
    NftField("dccp type", .untyped(["request", "ack"]), withPorts),
    NftField("esp spi", .integer(99999), withPorts),
    NftField("ah nexthdr", .words(["tcp", "udp"]), withPorts),
    NftField("comp cpi", .integer(65535), withPorts),
    NftField("udplite checksum", .integer(65535), withPorts),
    NftField("tcp flags", .flags(tcpFlags), withPorts),
    NftField("tcp flags & (fin | syn)", .untyped(["syn", "fin"]), withPorts),
    NftField("tcp window", .integer(65535), withPorts),
    NftField("tcp doff", .integer(15), withPorts),
    NftField("tcp sequence", .integer(999_999), withPorts),
    NftField("tcp option maxseg size", .integer(65535), withPorts),
    NftField("tcp option timestamp", .words(["exists", "missing"]), withPorts),
    NftField("tcp option sack1 left", .integer(99999), withPorts),
    NftField("@th,24,16", .integer(65535), withPorts),
    NftField("@nh,8,32", .integer(99999), withPorts),
  ]

  private static let ofThePacket = [
    NftField("iifname", .name),
    NftField("oifname", .name, ["ip", "ip6"]),
    NftField("iif", .words(["lo"])),
    NftField("iiftype", .words(["ether", "loopback"])),
    NftField("meta mark", .number(999_999)),
    NftField("meta mark & 0xff00", .words(["0x100", "0x1200"])),
    NftField("meta mark | 0x01", .words(["0x101", "0x3"])),
    NftField("meta length", .integer(65535)),
    NftField("meta priority", .words(["1:2", "none", "root", "abcd:1"])),
    NftField("meta protocol", .words(["ip", "ip6", "arp", "vlan"])),
    NftField("meta l4proto", .words(["tcp", "udp", "icmp", "ipv6-icmp", "esp", "77"]), withPorts),
    NftField("meta nfproto", .words(["ipv4", "ipv6"]), ["inet", "netdev"]),
    NftField("meta pkttype", .words(["host", "broadcast", "multicast", "other"])),
    NftField("meta cpu", .integer(99)),
    NftField("meta skuid", .number(9999), ["ip", "ip6", "inet"]),
    NftField("meta day", .words(["\"Monday\"", "\"Sunday\""])),
    NftField("meta hour", .words(["\"12:00\"", "\"17:30:15\""])),
    NftField("iifgroup", .words(["default", "7"])),
    NftField("meta ibrname", .name, ["bridge"]),
    NftField("fib daddr type", .words(["local", "unicast", "broadcast"]), ["ip", "ip6", "inet"]),
    NftField("fib saddr . iif oif", .words(["exists", "missing"]), ["ip", "ip6", "inet"]),
    NftField("numgen inc mod 10", .integer(9)),
    NftField("jhash ip saddr mod 7 seed 0x1", .integer(6), ["ip", "inet"]),
    NftField("symhash mod 5 offset 2", .integer(6)),
    NftField("socket mark", .number(999), ["ip", "ip6", "inet"]),
    NftField("socket transparent", .words(["0", "1"]), ["ip", "ip6", "inet"]),
    NftField("rt classid", .number(99), ["ip", "ip6", "inet"]),
    NftField("ipsec in reqid", .integer(99), ["ip", "ip6", "inet"]),
  ]

  private static let ofTheConnection = [
    NftField(
      "ct state", .flags(["established", "related", "new", "invalid", "untracked"]),
      withConnections),
    NftField("ct status", .flags(["snat", "dnat", "assured", "dying"]), withConnections),
    NftField("ct direction", .words(["original", "reply"]), withConnections),
    NftField("ct mark", .number(999_999), withConnections),
    NftField("ct mark & 0x0f", .words(["0x1", "0xf"]), withConnections),
    NftField("ct zone", .integer(65535), withConnections),
    NftField("ct expiration", .words(["30s", "1h2m", "1d"]), withConnections),
    NftField("ct helper", .untyped(["\"ftp\"", "\"sip\""]), withConnections),
    NftField("ct original ip saddr", .address, withConnections),
    NftField("ct reply ip6 daddr", .address6, withConnections),
    NftField("ct original bytes", .integer(999_999), withConnections),
  ]

  /// What is not compared.
  static let statements = [
    NftField("meta l4proto tcp ct original proto-dst 80", .number(0), withConnections),
    NftField("ct label 27", .number(0), withConnections),
    NftField("frag frag-off 33-55", .number(0), withIP6),
    NftField("frag more-fragments 1", .number(0), withIP6),
    NftField("counter", .integer(0)),
    NftField("counter name \"hits\"", .integer(0)),
    NftField("limit rate 5/second", .integer(0)),
    NftField("log prefix \"x \" level info", .integer(0), withConnections),
    NftField("meta mark set 0x2a", .integer(0)),
    NftField("meta mark set meta mark & 0xff | 0x100", .integer(0)),
    NftField("meta mark set meta mark ^ 0x7", .integer(0)),
    NftField("meta priority set 1:2", .integer(0)),
    NftField("ct mark set meta mark", .integer(0), withConnections),
    NftField("ct mark set ct mark | 0x4", .integer(0), withConnections),
    NftField("meta mark set numgen random mod 3 map { 0 : 0x1, 1 : 0x2, 2 : 0x3 }", .integer(0)),
    NftField("meta mark set tcp dport map { 22 : 0x1, 80-90 : 0x2 }", .integer(0), withPorts),
    NftField("ip dscp set cs3", .integer(0), withIP),
    NftField("ip6 dscp set ef", .integer(0), withIP6),
    NftField("ip ttl set 64", .integer(0), withIP),
    NftField("ip ecn set ce", .integer(0), withIP),
    NftField("tcp dport set 8080", .integer(0), withPorts),
    NftField("ip daddr set tcp dport map @targets", .integer(0), ["ip", "inet"]),
    NftField("tcp dport vmap @verdicts", .integer(0), withPorts),
    NftField("ip saddr @four", .integer(0), withIP),
    NftField("ip6 daddr != @six", .integer(0), withIP6),
    NftField("udp sport @ports", .integer(0), withPorts),
    NftField("meta mark @marks", .integer(0)),
    NftField("tcp option maxseg size set 1400", .integer(0), ["ip", "ip6", "inet"]),
    NftField(
      "ct state vmap { established : accept, invalid : drop }", .integer(0), withConnections),
    NftField("ip saddr . tcp dport vmap { 10.0.0.1 . 80 : accept }", .integer(0), withIP),
    NftField(
      "iifname . ip saddr { \"lo\" . 10.0.0.0/8, \"eth*\" . 10.1.1.1 }", .integer(0), withIP),
  ]
}
