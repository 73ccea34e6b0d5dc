/// One step of an nftables rule, as the kernel runs it.
///
/// Registers are numbered in words of 4 bytes, 0 through 15, whichever way the message counts.
public enum Expression: Equatable, Sendable {
  /// Loads `NFT_META_*` into a register.
  case meta(key: UInt32, into: Int)
  case setMeta(key: UInt32, from: Int)
  /// Loads `NFT_CT_*`; direction 0 is the original one, 1 the reply.
  case connection(key: UInt32, direction: UInt8?, into: Int)
  case setConnection(key: UInt32, from: Int)
  case payload(Payload, into: Int)
  case setPayload(Payload, from: Int)
  case compare(Int, Comparison, [UInt8])
  case range(Int, Comparison, from: [UInt8], to: [UInt8])
  case bitwise(from: Int, into: Int, mask: [UInt8], xor: [UInt8])
  /// `into` is `nil` in a set, and for a verdict map.
  case lookup(set: String, Int, into: Int?, isVerdict: Bool, inverted: Bool)
  case fib(result: UInt32, flags: UInt32, into: Int)
  case immediate(Datum, into: Int)
  case counter(PacketCounter)
  case limit(Limit)
  case quota(bytes: UInt64, over: Bool, used: UInt64)
  case log(LogOptions)
  case translate(Translation)
  case reject(type: UInt32, code: UInt8)
  case notrack
  case numgen(modulus: UInt32, random: Bool, offset: UInt32, into: Int)
  case hash(modulus: UInt32, symmetric: Bool, from: Int, offset: UInt32, into: Int)
  case duplicate(address: Int?, device: Int?)
  case forward(device: Int)
  case object(type: UInt32, name: String)
  case queue(first: UInt16, count: UInt16, flags: UInt16)
  case update(set: String, operation: UInt32, key: Int, timeout: UInt64?)
  /// An iptables match that iptables-nft keeps as it was.
  case match(XtExtension)
  case target(XtExtension)
  /// An expression this version does not take apart.
  case other(name: String)

  public enum Comparison: UInt32, Sendable {
    case equal = 0  // NFT_CMP_EQ
    case notEqual = 1  // NFT_CMP_NEQ
    case less = 2  // NFT_CMP_LT
    case atMost = 3  // NFT_CMP_LTE
    case greater = 4  // NFT_CMP_GT
    case atLeast = 5  // NFT_CMP_GTE
  }

  public struct Payload: Equatable, Sendable {
    /// `NFT_PAYLOAD_*_HEADER`: 0 link, 1 network, 2 transport.
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

  public struct Limit: Equatable, Sendable {
    public var rate: UInt64
    /// Seconds.
    public var unit: UInt64
    public var burst: UInt32
    public var countsBytes: Bool
    public var over: Bool
  }

  public struct LogOptions: Equatable, Sendable {
    public var prefix: String?
    public var group: UInt16?
    /// syslog's, 4 (warn) unless told otherwise.
    public var level: UInt32?
    public var flags: UInt32
  }

  public struct Translation: Equatable, Sendable {
    public var kind: Kind
    public var family: NftFamily
    public var address: Int?
    public var lastAddress: Int?
    public var port: Int?
    public var lastPort: Int?
    /// `NF_NAT_RANGE_*`
    public var flags: UInt32

    public enum Kind: Sendable { case source, destination, masquerade, redirect }

    public init(
      _ kind: Kind, family: NftFamily = .any, address: Int? = nil, lastAddress: Int? = nil,
      port: Int? = nil, lastPort: Int? = nil, flags: UInt32 = 0
    ) {
      self.kind = kind
      self.family = family
      self.address = address
      self.lastAddress = lastAddress
      self.port = port
      self.lastPort = lastPort
      self.flags = flags
    }
  }
}

/// An extension of iptables: its name, and its options in the kernel's own struct.
public struct XtExtension: Equatable, Sendable {
  public var name: String
  public var revision: UInt32
  public var info: [UInt8]

  public init(name: String, revision: UInt32, info: [UInt8]) {
    self.name = name
    self.revision = revision
    self.info = info
  }
}
