import Netlink

extension Field {
  /// `meta`: what the kernel knows of a packet that is not in its bytes. By `NFT_META_*`.
  static func meta(_ key: UInt32) -> Field {
    guard key < metaFields.count, let field = metaFields[Int(key)] else {
      return Field("[meta \(key)]", .integer, .host, bits: 32)
    }
    return field
  }

  private static let metaFields: [Field?] = [
    Field("meta length", .integer, .host, bits: 32),  // NFT_META_LEN
    Field("meta protocol", .etherType, evidence: .etherType),  // NFT_META_PROTOCOL
    Field("meta priority", .classID),  // NFT_META_PRIORITY
    Field("meta mark", .mark),  // NFT_META_MARK
    Field("iif", .interfaceIndex, role: .inInterface),  // NFT_META_IIF
    Field("oif", .interfaceIndex, role: .outInterface),  // NFT_META_OIF
    Field("iifname", .interfaceName, role: .inInterface),  // NFT_META_IIFNAME
    Field("oifname", .interfaceName, role: .outInterface),  // NFT_META_OIFNAME
    Field("meta iiftype", .interfaceType, evidence: .linkType),  // NFT_META_IIFTYPE
    Field("meta oiftype", .interfaceType),  // NFT_META_OIFTYPE
    Field("meta skuid", .user),  // NFT_META_SKUID
    Field("meta skgid", .group),  // NFT_META_SKGID
    Field("meta nftrace", .integer, .host, bits: 8),  // NFT_META_NFTRACE
    Field("meta rtclassid", .realm),  // NFT_META_RTCLASSID
    Field("meta secmark", .integer, .host, bits: 32),  // NFT_META_SECMARK
    Field("meta nfproto", .family, evidence: .family),  // NFT_META_NFPROTO
    Field("meta l4proto", .transport, role: .transport, evidence: .transport),  // NFT_META_L4PROTO
    Field("meta ibrname", .interfaceName, role: .inInterface),  // NFT_META_BRI_IIFNAME
    Field("meta obrname", .interfaceName, role: .outInterface),  // NFT_META_BRI_OIFNAME
    Field("meta pkttype", .packetType),  // NFT_META_PKTTYPE
    Field("meta cpu", .integer, .host, bits: 32),  // NFT_META_CPU
    Field("iifgroup", .interfaceGroup),  // NFT_META_IIFGROUP
    Field("oifgroup", .interfaceGroup),  // NFT_META_OIFGROUP
    Field("meta cgroup", .integer, .host, bits: 32),  // NFT_META_CGROUP
    Field("meta random", .integer, .network, bits: 32),  // NFT_META_PRANDOM
    Field("meta ipsec", .boolean, .host, bits: 8),  // NFT_META_SECPATH
    Field("meta iifkind", .interfaceName),  // NFT_META_IIFKIND
    Field("meta oifkind", .interfaceName),  // NFT_META_OIFKIND
    Field("meta ibrpvid", .integer, .host, bits: 16),  // NFT_META_BRI_IIFPVID
    Field("meta ibrvproto", .etherType),  // NFT_META_BRI_IIFVPROTO
    Field("meta time", .date),  // NFT_META_TIME_NS
    Field("meta day", .weekday),  // NFT_META_TIME_DAY
    Field("meta hour", .hour),  // NFT_META_TIME_HOUR
    Field("meta sdif", .interfaceIndex),  // NFT_META_SDIF
    Field("meta sdifname", .interfaceName),  // NFT_META_SDIFNAME
    Field("meta broute", .integer, .host, bits: 8),  // NFT_META_BRI_BROUTE
  ]
}
