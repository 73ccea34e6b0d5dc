/// Something of a packet that a rule looks at: nft's words for it, and how to write its values.
struct Field: Equatable {
  var words: String
  var kind: DataKind
  var role = Clause.Role.other
  /// The field says by itself which transport protocol it belongs to.
  var impliesTransport = false
  /// The same of the network protocol.
  var impliesNetwork = false
  /// What its value says of the packet's headers.
  var layer: Layers.Evidence?
  /// Its length in a register, in words of 4 bytes.
  var size = 1

  init(
    _ words: String, _ kind: DataKind, _ role: Clause.Role = .other, size: Int = 1,
    impliesTransport: Bool = false, impliesNetwork: Bool = false, layer: Layers.Evidence? = nil
  ) {
    self.words = words
    self.kind = kind
    self.role = role
    self.size = size
    self.impliesTransport = impliesTransport
    self.impliesNetwork = impliesNetwork
    self.layer = layer
  }
}

extension Field {
  /// `NFT_META_*`
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

  /// `NFT_CT_*`
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

  /// `NFT_FIB_RESULT_*` of what `NFTA_FIB_F_*` name.
  static func fib(result: UInt32, flags: UInt32) -> Field {
    let names = ["saddr", "daddr", "mark", "iif", "oif"]
    let keys = names.indices.filter { flags & 1 << UInt32($0) != 0 }.map { names[$0] }
    let key = keys.joined(separator: " . ")
    if flags & 1 << 5 != 0 { return Field("fib \(key) oif", .presence) }  // NFTA_FIB_F_PRESENT
    return switch result {
    case 1: Field("fib \(key) oif", .index)  // NFT_FIB_RESULT_OIF
    case 2: Field("fib \(key) oifname", .name, size: 4)  // NFT_FIB_RESULT_OIFNAME
    default: Field("fib \(key) type", .addressType)  // NFT_FIB_RESULT_ADDRTYPE
    }
  }
}
