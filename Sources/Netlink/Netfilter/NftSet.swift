/// A set or map of nftables, with its elements.
public struct NftSet: Equatable, Sendable {
  public var id: ID
  public var handle: UInt64
  public var flags: Flags
  /// nft's numbers of the key's and the data's types; concatenations are 6 bits a part.
  public var keyType: UInt32
  public var dataType: UInt32
  /// Lengths of a key and of its data, in bytes.
  public var keyLength: UInt32
  public var dataLength: UInt32
  /// Of each part of a concatenated key, in bytes; empty for a key of one part.
  public var partLengths: [UInt32] = []
  /// How many elements it holds at most.
  public var size: UInt32?
  /// `NFT_OBJECT_*`: what a map of objects holds.
  public var objectType: UInt32?
  /// How long an element stays, in milliseconds.
  public var timeout: UInt64?
  /// What each element does when it is met.
  public var expressions: [Expression] = []
  public var notes: Notes?
  /// Sorted where the kernel lists them in no order: not those of ranges in several dimensions.
  public private(set) var elements: [Element] = []

  public mutating func add(_ new: [Element]) {
    elements += new
    if flags.contains(.interval), partLengths.count > 1 { return }
    elements.sort {
      $0.key.lexicographicallyPrecedes($1.key)
        || $0.key == $1.key && $0.isIntervalEnd && !$1.isIntervalEnd
    }
  }

  public struct ID: Hashable, Sendable {
    public var table: NftTable.ID
    public var name: String

    public init(_ table: NftTable.ID, _ name: String) {
      self.table = table
      self.name = name
    }
  }

  /// `NFT_SET_*`
  public struct Flags: OptionSet, Hashable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public static let anonymous = Self(rawValue: 0x1)  // NFT_SET_ANONYMOUS
    public static let constant = Self(rawValue: 0x2)  // NFT_SET_CONSTANT
    public static let interval = Self(rawValue: 0x4)  // NFT_SET_INTERVAL
    public static let map = Self(rawValue: 0x8)  // NFT_SET_MAP
    public static let timeout = Self(rawValue: 0x10)  // NFT_SET_TIMEOUT
    public static let evaluated = Self(rawValue: 0x20)  // NFT_SET_EVAL
    public static let object = Self(rawValue: 0x40)  // NFT_SET_OBJECT
    public static let concatenated = Self(rawValue: 0x80)  // NFT_SET_CONCAT
  }
}

/// `NFTA_SET_*`
enum NftSetAttribute: UInt16, AttributeKey {
  case table = 1  // NFTA_SET_TABLE
  case name = 2  // NFTA_SET_NAME
  case flags = 3  // NFTA_SET_FLAGS
  case keyType = 4  // NFTA_SET_KEY_TYPE
  case keyLength = 5  // NFTA_SET_KEY_LEN
  case dataType = 6  // NFTA_SET_DATA_TYPE
  case dataLength = 7  // NFTA_SET_DATA_LEN
  case description = 9  // NFTA_SET_DESC
  case timeout = 11  // NFTA_SET_TIMEOUT
  case userdata = 13  // NFTA_SET_USERDATA
  case objectType = 15  // NFTA_SET_OBJ_TYPE
  case handle = 16  // NFTA_SET_HANDLE
  case expression = 17  // NFTA_SET_EXPR
  case expressions = 18  // NFTA_SET_EXPRESSIONS
}

/// `NFTA_SET_DESC_*`
enum NftSetDescriptionAttribute: UInt16, AttributeKey {
  case size = 1  // NFTA_SET_DESC_SIZE
  case parts = 2  // NFTA_SET_DESC_CONCAT
}

/// `NFTA_SET_FIELD_*`
enum NftSetFieldAttribute: UInt16, AttributeKey {
  case length = 1  // NFTA_SET_FIELD_LEN
}

extension NftSet {
  /// Reads the payload of an `NFT_MSG_NEWSET`; elements come in messages of their own.
  public init(message: Span<UInt8>) throws(WireError) {
    let family = try NetfilterHeader(message).family
    let body = AttributeReader<NftSetAttribute>(
      message.extracting(droppingFirst: NetfilterHeader.size))
    self.init(
      id: ID(NftTable.ID(family, try body.text(.table) ?? ""), try body.text(.name) ?? ""),
      handle: try body.wide(.handle) ?? 0, flags: Flags(rawValue: try body.number(.flags) ?? 0),
      keyType: try body.number(.keyType) ?? 0, dataType: try body.number(.dataType) ?? 0,
      keyLength: try body.number(.keyLength) ?? 0,
      dataLength: try body.number(.dataLength) ?? 0, objectType: try body.number(.objectType),
      timeout: try body.wide(.timeout))
    expressions = try body.expressions(.expression, .expressions)
    if let userdata = try body.find(.userdata) { notes = Notes(userdata.value) }
    if let description = try body.find(.description) {
      partLengths = try Self.partLengths(in: description.nest())
      size = try AttributeReader<NftSetDescriptionAttribute>(description.value).number(.size)
    }
  }

  private static func partLengths(
    in description: consuming AttributeReader<NftSetDescriptionAttribute>
  ) throws(WireError) -> [UInt32] {
    guard let found = try description.find(.parts) else { return [] }
    var list: AttributeReader<NftListAttribute> = found.nest()
    var lengths: [UInt32] = []
    while let part = try list.next() {
      let field: AttributeReader<NftSetFieldAttribute> = part.nest()
      lengths.append(try field.number(.length) ?? 0)
    }
    return lengths
  }
}
