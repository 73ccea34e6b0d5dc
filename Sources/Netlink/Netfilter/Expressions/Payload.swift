/// `payload`: bytes of a packet's headers.
extension Expression {
  public struct Payload: Equatable, Sendable {
    public var place: Place
    public var use: RegisterUse
    /// `NFT_PAYLOAD_CSUM_*`: which checksum follows a change; 0 for none.
    public var checksumType: UInt32 = 0

    public init(_ place: Place, _ use: RegisterUse) {
      self.place = place
      self.use = use
    }

    /// Where the bytes are.
    public struct Place: Equatable, Sendable {
      /// `NFT_PAYLOAD_*_HEADER`: 0 link, 1 network, 2 transport, 3 what is behind that.
      public var base: UInt32
      /// In bytes, as is the length.
      public var offset: UInt32
      public var length: UInt32

      public init(base: UInt32, offset: UInt32, length: UInt32) {
        self.base = base
        self.offset = offset
        self.length = length
      }
    }
  }
}

/// `NFTA_PAYLOAD_*`
enum PayloadAttribute: UInt16, AttributeKey {
  case destination = 1  // NFTA_PAYLOAD_DREG
  case base = 2  // NFTA_PAYLOAD_BASE
  case offset = 3  // NFTA_PAYLOAD_OFFSET
  case length = 4  // NFTA_PAYLOAD_LEN
  case source = 5  // NFTA_PAYLOAD_SREG
  case checksumType = 6  // NFTA_PAYLOAD_CSUM_TYPE
}

extension Expression.Payload {
  init(_ nest: consuming AttributeReader<PayloadAttribute>) throws(WireError) {
    place = Place(
      base: try nest.number(.base) ?? 0, offset: try nest.number(.offset) ?? 0,
      length: try nest.number(.length) ?? 0)
    use = try nest.use(.destination, .source)
    checksumType = try nest.number(.checksumType) ?? 0
  }
}
