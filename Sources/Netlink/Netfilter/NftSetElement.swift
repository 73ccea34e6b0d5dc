extension NftSet {
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
    /// How long it stays in all and from now on, in milliseconds.
    public var timeout: UInt64?
    public var expiration: UInt64?
    public var comment: String?
    /// What it does when it is met.
    public var expressions: [Expression] = []

    public init(
      key: [UInt8], keyEnd: [UInt8]? = nil, isIntervalEnd: Bool = false, isCatchAll: Bool = false,
      data: Datum? = nil, objectName: String? = nil
    ) {
      self.key = key
      self.keyEnd = keyEnd
      self.isIntervalEnd = isIntervalEnd
      self.isCatchAll = isCatchAll
      self.data = data
      self.objectName = objectName
    }
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
  case timeout = 4  // NFTA_SET_ELEM_TIMEOUT
  case expiration = 5  // NFTA_SET_ELEM_EXPIRATION
  case userdata = 6  // NFTA_SET_ELEM_USERDATA
  case expression = 7  // NFTA_SET_ELEM_EXPR
  case object = 9  // NFTA_SET_ELEM_OBJREF
  case keyEnd = 10  // NFTA_SET_ELEM_KEY_END
  case expressions = 11  // NFTA_SET_ELEM_EXPRESSIONS
}

extension NftSet.Element {
  fileprivate init(
    _ nest: consuming AttributeReader<NftElementAttribute>
  ) throws(WireError) {
    let flags = try nest.number(.flags) ?? 0
    self.init(
      key: try nest.find(.key)?.value.nestedValue() ?? [],
      keyEnd: try nest.find(.keyEnd)?.value.nestedValue(), isIntervalEnd: flags & 1 != 0,
      isCatchAll: flags & 2 != 0, objectName: try nest.text(.object))
    if let found = try nest.find(.data) { data = try Datum(found.nest()) }
    timeout = try nest.wide(.timeout)
    expiration = try nest.wide(.expiration)
    expressions = try nest.expressions(.expression, .expressions)
    if let userdata = try nest.find(.userdata) { comment = Self.comment(in: userdata.value) }
  }

  /// `NFTNL_UDATA_SET_ELEM_COMMENT`
  private static func comment(in userdata: Span<UInt8>) -> String? {
    var notes = NoteReader(userdata)
    while let note = notes.next() {
      if note.type == 0 { return note.value.text }
    }
    return nil
  }
}
