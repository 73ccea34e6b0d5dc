import Netlink

extension NftInterpreter {
  /// `payload`: bytes of a packet's headers.
  mutating func run(_ payload: Expression.Payload) {
    let field = Field.payload(payload.place, layers)
    guard case .load(let register) = payload.use else {
      if case .store(let register) = payload.use { add(setting(field, from: register)) }
      return
    }
    if payload.place.base == 2, field.impliesTransport {
      empty(transportClause)
      transportClause = nil
    }
    if field.impliesNetwork {
      empty(networkClause)
      networkClause = nil
    }
    load(field, into: register)
  }

  /// Leaves out what a later clause implies.
  private mutating func empty(_ clause: Int?) {
    if let clause { clauses[clause].words = "" }
  }
}

extension Field {
  /// A header field, given what is known of the packet so far.
  static func payload(_ payload: Expression.Payload.Place, _ layers: Layers) -> Field {
    let found: Field? =
      switch payload.base {
      case 0: link(payload.offset, payload.length)  // NFT_PAYLOAD_LL_HEADER
      case 1: network(payload.offset, payload.length, layers)  // NFT_PAYLOAD_NETWORK_HEADER
      case 2: transport(payload.offset, payload.length, layers)  // NFT_PAYLOAD_TRANSPORT_HEADER
      default: nil
      }
    return found ?? raw(payload)
  }

  private static func raw(_ payload: Expression.Payload.Place) -> Field {
    let bases = ["ll", "nh", "th", "ih"]
    let base = payload.base < 4 ? bases[Int(payload.base)] : "\(payload.base)"
    let words = min(16, Int(payload.length / 4) + 1)
    return Field(
      "@\(base),\(UInt64(payload.offset) * 8),\(UInt64(payload.length) * 8)", .hex, size: words)
  }

  private static func link(_ offset: UInt32, _ length: UInt32) -> Field? {
    switch (offset, length) {
    case (0, 6): Field("ether daddr", .mac, size: 2)
    case (6, 6): Field("ether saddr", .mac, size: 2)
    case (12, 2): Field("ether type", .etherType, layer: .etherType)
    default: nil
    }
  }

  private static func network(_ offset: UInt32, _ length: UInt32, _ layers: Layers) -> Field? {
    var field: Field? =
      switch layers.network {
      case .ip: ip(offset, length)
      case .ip6: ip6(offset, length)
      case .arp: arp(offset, length)
      default: nil
      }
    field?.impliesNetwork = true
    return field
  }

  private static func ip(_ offset: UInt32, _ length: UInt32) -> Field? {
    switch (offset, length) {
    case (1, 1): Field("ip dscp", .hex)
    case (2, 2): Field("ip length", .network)
    case (4, 2): Field("ip id", .network)
    case (6, 2): Field("ip frag-off", .network)
    case (8, 1): Field("ip ttl", .network)
    case (9, 1): Field("ip protocol", .transport, .transport, layer: .transport)
    case (12, 1...4): Field("ip saddr", .address, .source)
    case (16, 1...4): Field("ip daddr", .address, .destination)
    default: nil
    }
  }

  private static func ip6(_ offset: UInt32, _ length: UInt32) -> Field? {
    switch (offset, length) {
    case (4, 2): Field("ip6 length", .network)
    case (6, 1): Field("ip6 nexthdr", .transport, .transport, layer: .transport)
    case (7, 1): Field("ip6 hoplimit", .network)
    case (8, 1...16): Field("ip6 saddr", .address6, .source, size: 4)
    case (24, 1...16): Field("ip6 daddr", .address6, .destination, size: 4)
    default: nil
    }
  }

  private static func arp(_ offset: UInt32, _ length: UInt32) -> Field? {
    switch (offset, length) {
    case (6, 2): Field("arp operation", .network)
    case (8, 6): Field("arp saddr ether", .mac, size: 2)
    case (14, 4): Field("arp saddr ip", .address, .source)
    case (18, 6): Field("arp daddr ether", .mac, size: 2)
    case (24, 4): Field("arp daddr ip", .address, .destination)
    default: nil
    }
  }

  private static func transport(_ offset: UInt32, _ length: UInt32, _ layers: Layers) -> Field? {
    let isKnown = layers.transport != nil
    switch (layers.transport, offset, length) {
    case (1, 0, 1): return icmp("icmp type", .icmpType)
    case (1, 1, 1): return icmp("icmp code", .network)
    case (58, 0, 1): return icmp("icmpv6 type", .icmp6Type)
    case (58, 1, 1): return icmp("icmpv6 code", .network)
    case (6, 13, 1): return Field("tcp flags", .tcpFlags, impliesTransport: true)
    case (_, 0, 2):
      let words = ports(layers.transport, "tcp sport", "udp sport", "sport")
      return Field(words, .port, .sourcePort, impliesTransport: isKnown)
    case (_, 2, 2):
      let words = ports(layers.transport, "tcp dport", "udp dport", "dport")
      return Field(words, .port, .destinationPort, impliesTransport: isKnown)
    default: return nil
    }
  }

  private static func icmp(_ words: String, _ kind: DataKind) -> Field {
    Field(words, kind, impliesTransport: true, impliesNetwork: true)
  }

  private static func ports(
    _ transport: UInt8?, _ tcp: String, _ udp: String, _ word: String
  ) -> String {
    switch transport {
    case 6: tcp
    case 17: udp
    case let other?: "\(transportName(other)) \(word)"
    case nil: "th \(word)"
    }
  }
}
