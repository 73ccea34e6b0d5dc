import Netlink

extension NftInterpreter {
  func field(_ ct: Expression.Ct) -> Field {
    Field.connection(ct.key, direction: ct.direction, network: layers.network)
  }
}

extension Field {
  /// `ct`: the connection a packet is part of. By `NFT_CT_*`; the direction is one of `IP_CT_DIR_*`.
  static func connection(
    _ key: UInt32, direction: UInt8?, network: Header? = nil
  ) -> Field {
    let way = direction.map { $0 == 0 ? "original " : "reply " } ?? ""
    if key == 8 || key == 9 {  // NFT_CT_SRC, NFT_CT_DST
      let isIPv6 = network == .ip6
      let family = network == .ip ? "ip " : isIPv6 ? "ip6 " : ""
      return Field(
        "ct \(way)\(family)\(key == 8 ? "saddr" : "daddr")", isIPv6 ? .ipv6 : .ipv4, bits: 0,
        evidence: .connectionAddress)
    }
    guard key < connectionFields.count, var field = connectionFields[Int(key)] else {
      return Field("[ct \(key)]", .integer, .host, bits: 32)
    }
    field.words = "ct \(way)\(field.words)"
    return field
  }

  private static let connectionFields: [Field?] = [
    Field("state", .connectionState),  // NFT_CT_STATE
    Field("direction", .connectionDirection, .host),  // NFT_CT_DIRECTION
    Field("status", .connectionStatus),  // NFT_CT_STATUS
    Field("mark", .mark),  // NFT_CT_MARK
    Field("secmark", .integer, .host, bits: 32),  // NFT_CT_SECMARK
    Field("expiration", .time),  // NFT_CT_EXPIRATION
    Field("helper", .string, bits: 128),  // NFT_CT_HELPER
    Field("l3proto", .family, evidence: .connectionFamily),  // NFT_CT_L3PROTOCOL
    nil,
    nil,
    Field("protocol", .transport, evidence: .connectionTransport),  // NFT_CT_PROTOCOL
    Field("proto-src", .port),  // NFT_CT_PROTO_SRC
    Field("proto-dst", .port),  // NFT_CT_PROTO_DST
    Field("label", .connectionLabel),  // NFT_CT_LABELS
    Field("packets", .integer, .host, bits: 64),  // NFT_CT_PKTS
    Field("bytes", .integer, .host, bits: 64),  // NFT_CT_BYTES
    Field("avgpkt", .integer, .host, bits: 64),  // NFT_CT_AVGPKT
    Field("zone", .integer, .host, bits: 16),  // NFT_CT_ZONE
    Field("event", .connectionEvents),  // NFT_CT_EVENTMASK
    Field("ip saddr", .ipv4),  // NFT_CT_SRC_IP
    Field("ip daddr", .ipv4),  // NFT_CT_DST_IP
    Field("ip6 saddr", .ipv6),  // NFT_CT_SRC_IP6
    Field("ip6 daddr", .ipv6),  // NFT_CT_DST_IP6
    Field("id", .integer, .network, bits: 32),  // NFT_CT_ID
  ]
}
