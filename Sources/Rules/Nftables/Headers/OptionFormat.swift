/// An extension header of IPv6, an option of TCP or IPv4, or a chunk of SCTP: what nft knows of it.
struct OptionFormat {
  /// As nft asks whether it is there.
  let words: String
  /// Each as nft writes it.
  let fields: [HeaderField]

  /// Before its name stand some words, `tcp option `, and others where nft asks whether it is there.
  init(
    _ words: String, asking: String? = nil, _ name: String,
    _ fields: [(offset: Int, bits: Int, name: String, type: DataType)], more: [HeaderField] = []
  ) {
    self.words = (asking ?? words) + name
    let own = fields.map { HeaderField($0.offset, $0.bits, "\(words)\(name) \($0.name)", $0.type) }
    self.fields = own + more
  }

  /// By `NFT_EXTHDR_OP_*`, and the number of the header, option or chunk.
  static func find(_ operation: UInt32, _ type: UInt8) -> OptionFormat? {
    switch operation {
    case 0: ipv6(type)  // NFT_EXTHDR_OP_IPV6
    case 1: tcp(type)  // NFT_EXTHDR_OP_TCPOPT
    case 2: ipv4(type)  // NFT_EXTHDR_OP_IPV4
    case 3: sctp(type)  // NFT_EXTHDR_OP_SCTP
    default: nil
    }
  }
}
