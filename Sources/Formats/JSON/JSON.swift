/// A JSON value (RFC 8259), as far as it was asked for.
public enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A whole number beyond `Int.max`, such as a counter of 64 bits may be.
  case large(UInt64)
  /// A number with a fraction or an exponent, or one too large for all of these.
  case number(Double)
  case string(String)
  case array([JSON])
  /// In the order of the text, keys that are there twice included.
  case object([Member])

  /// A key of an object and what stands under it.
  public struct Member: Equatable, Sendable {
    public let key: String
    public let value: JSON

    public init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// Levels of arrays and objects that are read.
  public static let depthLimit = 64

  /// Reads one value and nothing after it; of an object only the members that `part` names.
  ///
  /// - Throws: `.empty`, `.endsEarly`, `.notPlainUTF8`, `.notJSON` with the byte, `.tooDeep`.
  public init(_ bytes: [UInt8], part: JSONPart = .all) throws(FormatFailure) {
    var reader = JSONReader(bytes)
    self = try reader.document(part)
  }
}

extension JSON {
  /// The value as text, indented as the reference plugins do it.
  public var written: String {
    var writer = JSONWriter(indent: 4)
    writer.value(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// An object of those members that there are.
  public static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }

  /// A list of texts; `nil` for none.
  public static func texts(_ texts: [String]) -> JSON? {
    texts.isEmpty ? nil : .array(texts.map(JSON.string))
  }
}

/// Which members of a large object are worth keeping; all others are skipped unread.
public indirect enum JSONPart: Sendable {
  case all
  /// Of an object those members, by their keys as Go reads them: in any case. Of a list the same of each
  /// element.
  case only([String: JSONPart])
}
