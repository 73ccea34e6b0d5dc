extension NftSet {
  /// What nft itself wrote on a set, for those who read it later: `NFTNL_UDATA_SET_*`.
  public struct Notes: Equatable, Sendable {
    /// The byte order of numbers in key and data; `nil` where they are of several parts.
    public var keyOrder: ByteOrder?
    public var dataOrder: ByteOrder?
    /// What each is, where nft was told `typeof`: a note on one expression, in nft's own form.
    public var keyTypeof: [UInt8]?
    public var dataTypeof: [UInt8]?
    public var comment: String?
    /// A map's data are first and last value of a range.
    public var dataIsInterval = false

    init(_ userdata: Span<UInt8>) {
      var notes = NoteReader(userdata)
      while let note = notes.next() {
        switch note.type {
        case 0: keyOrder = note.order  // NFTNL_UDATA_SET_KEYBYTEORDER
        case 1: dataOrder = note.order  // NFTNL_UDATA_SET_DATABYTEORDER
        case 3: keyTypeof = note.value.array  // NFTNL_UDATA_SET_KEY_TYPEOF
        case 4: dataTypeof = note.value.array  // NFTNL_UDATA_SET_DATA_TYPEOF
        case 7: comment = note.value.text  // NFTNL_UDATA_SET_COMMENT
        case 6: dataIsInterval = note.number != 0  // NFTNL_UDATA_SET_DATA_INTERVAL
        default: break
        }
      }
    }
  }
}

/// Walks nft's own notes on rules, sets and elements (libnftnl's udata): a type byte, a length byte, a
/// value. One that is cut ends the walk.
struct NoteReader: ~Escapable {
  private let bytes: Span<UInt8>
  private var offset = 0

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
  }

  @_lifetime(copy self)
  mutating func next() -> Note? {
    guard offset + 2 <= bytes.count else { return nil }
    let start = offset + 2
    let end = start + Int(bytes[offset + 1])
    guard end <= bytes.count else { return nil }
    let note = Note(type: bytes[offset], value: bytes.extracting(start..<end))
    offset = end
    return note
  }
}

struct Note: ~Escapable {
  let type: UInt8
  let value: Span<UInt8>

  @_lifetime(copy value)
  init(type: UInt8, value: Span<UInt8>) {
    self.type = type
    self.value = value
  }

  /// As nft numbers them.
  var order: ByteOrder? {
    switch number {
    case 1: return .host  // BYTEORDER_HOST_ENDIAN
    case 2: return .network  // BYTEORDER_BIG_ENDIAN
    default: return nil
    }
  }

  /// In host order.
  var number: UInt32? { value.count == 4 ? value.uint32(at: 0) : nil }
}
