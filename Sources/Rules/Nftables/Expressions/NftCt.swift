extension Field {
  /// `ct`: the connection a packet is part of; direction 0 is the original one, 1 the reply.
  static func connection(_ key: UInt32, direction: UInt8?) -> Field {
    let way = direction.map { $0 == 0 ? "original " : "reply " } ?? ""
    return switch key {
    case 0: Field("ct state", .connectionState)  // NFT_CT_STATE
    case 1: Field("ct direction", .direction)  // NFT_CT_DIRECTION
    case 2: Field("ct status", .connectionStatus)  // NFT_CT_STATUS
    case 3: Field("ct mark", .mark)  // NFT_CT_MARK
    case 5: Field("ct expiration", .host)  // NFT_CT_EXPIRATION
    case 6: Field("ct helper", .name, size: 4)  // NFT_CT_HELPER
    case 7: Field("ct \(way)l3proto", .family)  // NFT_CT_L3PROTOCOL
    case 10: Field("ct \(way)protocol", .transport)  // NFT_CT_PROTOCOL
    case 11: Field("ct \(way)proto-src", .port)  // NFT_CT_PROTO_SRC
    case 12: Field("ct \(way)proto-dst", .port)  // NFT_CT_PROTO_DST
    case 14: Field("ct \(way)packets", .host, size: 2)  // NFT_CT_PKTS
    case 15: Field("ct \(way)bytes", .host, size: 2)  // NFT_CT_BYTES
    case 17: Field("ct \(way)zone", .host)  // NFT_CT_ZONE
    case 19: Field("ct \(way)ip saddr", .address)  // NFT_CT_SRC_IP
    case 20: Field("ct \(way)ip daddr", .address)  // NFT_CT_DST_IP
    case 21: Field("ct \(way)ip6 saddr", .address, size: 4)  // NFT_CT_SRC_IP6
    case 22: Field("ct \(way)ip6 daddr", .address, size: 4)  // NFT_CT_DST_IP6
    case 23: Field("ct id", .host)  // NFT_CT_ID
    default: Field("[ct \(key)]", .host)
    }
  }
}
