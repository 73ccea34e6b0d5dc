extension Field {
  /// `meta`: what the kernel knows of a packet that is not in its bytes.
  static func meta(_ key: UInt32) -> Field {
    switch key {
    case 0: Field("meta length", .host)  // NFT_META_LEN
    case 1: Field("meta protocol", .etherType, layer: .etherType)  // NFT_META_PROTOCOL
    case 2: Field("meta priority", .host)  // NFT_META_PRIORITY
    case 3: Field("meta mark", .mark)  // NFT_META_MARK
    case 4: Field("iif", .index, .inInterface)  // NFT_META_IIF
    case 5: Field("oif", .index, .outInterface)  // NFT_META_OIF
    case 6: Field("iifname", .name, .inInterface, size: 4)  // NFT_META_IIFNAME
    case 7: Field("oifname", .name, .outInterface, size: 4)  // NFT_META_OIFNAME
    case 8: Field("iiftype", .host)  // NFT_META_IIFTYPE
    case 9: Field("oiftype", .host)  // NFT_META_OIFTYPE
    case 10: Field("meta skuid", .host)  // NFT_META_SKUID
    case 11: Field("meta skgid", .host)  // NFT_META_SKGID
    case 12: Field("meta nftrace", .host)  // NFT_META_NFTRACE
    case 13: Field("rtclassid", .host)  // NFT_META_RTCLASSID
    case 15: Field("meta nfproto", .family, layer: .family)  // NFT_META_NFPROTO
    case 16:  // NFT_META_L4PROTO
      Field("meta l4proto", .transport, .transport, layer: .transport)
    case 17: Field("meta ibrname", .name, .inInterface, size: 4)  // NFT_META_BRI_IIFNAME
    case 18: Field("meta obrname", .name, .outInterface, size: 4)  // NFT_META_BRI_OIFNAME
    case 19: Field("meta pkttype", .packetType)  // NFT_META_PKTTYPE
    case 20: Field("meta cpu", .host)  // NFT_META_CPU
    case 21: Field("iifgroup", .host)  // NFT_META_IIFGROUP
    case 22: Field("oifgroup", .host)  // NFT_META_OIFGROUP
    case 23: Field("meta cgroup", .host)  // NFT_META_CGROUP
    case 26: Field("iifkind", .name, size: 4)  // NFT_META_IIFKIND
    case 27: Field("oifkind", .name, size: 4)  // NFT_META_OIFKIND
    default: Field("[meta \(key)]", .host)
    }
  }
}
