/// `exthdr`: a field of an IPv6 extension header, of an option of IPv4, TCP or DCCP, or of an SCTP chunk.
extension Expression {
  public struct Exthdr: Equatable, Sendable {
    /// `NFT_EXTHDR_OP_*`
    public var operation: UInt32
    /// Number of the header, option or chunk.
    public var type: UInt8
    /// In bytes, as is the length.
    public var offset: UInt32
    public var length: UInt32
    /// Only whether it is there: `NFT_EXTHDR_F_PRESENT`.
    public var isPresence: Bool
    /// `nil`: the option is taken out.
    public var use: RegisterUse?
  }
}

/// `NFTA_EXTHDR_*`
enum ExthdrAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_EXTHDR_DREG
  case type = 2  // NFTA_EXTHDR_TYPE
  case offset = 3  // NFTA_EXTHDR_OFFSET
  case length = 4  // NFTA_EXTHDR_LEN
  case flags = 5  // NFTA_EXTHDR_FLAGS
  case operation = 6  // NFTA_EXTHDR_OP
  case source = 7  // NFTA_EXTHDR_SREG
}

extension Expression.Exthdr {
  init(_ nest: consuming AttributeReader<ExthdrAttribute>) throws(WireError) {
    operation = try nest.number(.operation) ?? 0
    type = try nest.find(.type)?.uint8() ?? 0
    offset = try nest.number(.offset) ?? 0
    length = try nest.number(.length) ?? 0
    isPresence = (try nest.number(.flags) ?? 0) & 1 != 0
    use = try nest.use(orNone: .destination, .source)
  }
}
