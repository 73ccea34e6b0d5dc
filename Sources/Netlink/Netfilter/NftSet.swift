/// A set or map of nftables, with its elements.
public struct NftSet: Equatable, Sendable {
  public var id: ID
  public var handle: UInt64
  public var flags: Flags
  /// nft's numbers of the key's and the data's types; concatenations are 6 bits a part.
  public var keyType: UInt32
  public var dataType: UInt32
  /// Length of a key in bytes.
  public var keyLength: UInt32
  /// How long an element stays, in milliseconds.
  public var timeout: UInt64?
  /// Sorted: the kernel lists them in no order.
  public private(set) var elements: [Element] = []

  public mutating func add(_ new: [Element]) {
    elements += new
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

  public struct Element: Equatable, Sendable {
    public var key: [UInt8]
    /// The last key of a range, where the set keeps both ends in one element.
    public var keyEnd: [UInt8]?
    /// It is the first key after a range: `NFT_SET_ELEM_INTERVAL_END`.
    public var isIntervalEnd: Bool
    /// Whatever no other element covers: `NFT_SET_ELEM_CATCHALL`.
    public var isCatchAll: Bool
    public var data: Datum?
    public var objectName: String?
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
  case timeout = 11  // NFTA_SET_TIMEOUT
  case handle = 16  // NFTA_SET_HANDLE
}

/// `NFTA_SET_ELEM_LIST_*`
enum NftElementListAttribute: UInt16, AttributeKey {
  case table = 1  // NFTA_SET_ELEM_LIST_TABLE
  case set = 2  // NFTA_SET_ELEM_LIST_SET
  case elements = 3  // NFTA_SET_ELEM_LIST_ELEMENTS
}

/// `NFTA_SET_ELEM_*`
enum NftElementAttribute: UInt16, AttributeKey {
  case key = 1  // NFTA_SET_ELEM_KEY
  case data = 2  // NFTA_SET_ELEM_DATA
  case flags = 3  // NFTA_SET_ELEM_FLAGS
  case object = 9  // NFTA_SET_ELEM_OBJREF
  case keyEnd = 10  // NFTA_SET_ELEM_KEY_END
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
      keyLength: try body.number(.keyLength) ?? 0, timeout: try body.wide(.timeout))
  }
}

/// Elements of one set, as one message carries them.
public struct NftElements: Equatable, Sendable {
  public var set: NftSet.ID
  public var elements: [NftSet.Element]

  /// Reads the payload of an `NFT_MSG_NEWSETELEM` or `NFT_MSG_DELSETELEM`.
  public init(message: Span<UInt8>) throws(WireError) {
    let family = try NetfilterHeader(message).family
    let body = AttributeReader<NftElementListAttribute>(
      message.extracting(droppingFirst: NetfilterHeader.size))
    set = NftSet.ID(
      NftTable.ID(family, try body.text(.table) ?? ""), try body.text(.set) ?? "")
    elements = []
    guard let list = try body.find(.elements) else { return }
    var reader: AttributeReader<NftListAttribute> = list.nest()
    while let element = try reader.next() {
      elements.append(try NftSet.Element(element.nest()))
    }
  }
}

extension NftSet.Element {
  fileprivate init(
    _ nest: consuming AttributeReader<NftElementAttribute>
  ) throws(WireError) {
    let flags = try nest.number(.flags) ?? 0
    key = try nest.find(.key)?.value.nestedValue() ?? []
    keyEnd = try nest.find(.keyEnd)?.value.nestedValue()
    isIntervalEnd = flags & 1 != 0
    isCatchAll = flags & 2 != 0
    objectName = try nest.text(.object)
    if let found = try nest.find(.data) { data = try Datum(found.nest()) }
  }
}
