/// Why a file's content is not what a file of its kind has to hold. Nothing of it was used.
public enum FormatFailure: Error, Hashable, Sendable {
  case empty
  /// The JSON stops before its end: half written, or cut off.
  case endsEarly
  /// Text in another encoding than UTF-8, or a mark before it that no editor shows.
  case notPlainUTF8(TextEncoding)
  /// Neither JSON nor the beginning of JSON; counted from 0.
  case notJSON(offset: Int)
  /// The same, where a person looks for it; both counted from 1.
  case notJSONAt(line: Int, column: Int)
  /// A line that is no TOML, or a key that is there twice; counted from 1.
  case notTOML(line: Int)
  case tooDeep(levels: Int)
  /// A text that has to be there is missing, empty or of another type.
  case missing(key: String)
  /// What a key holds is of another type than its readers want.
  case wrongType(key: String)
  /// What a key holds is not possible there.
  case invalid(key: String, value: String)
  /// Well formed, and not what a file of its kind holds: why, in half a sentence.
  case unexpected(String)
}

extension FormatFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "the file is empty"
    case .endsEarly: "the JSON ends too early"
    case .notPlainUTF8(let encoding):
      "\(encoding.words): it has to be UTF-8 without a byte order mark"
    case .notJSON(let offset): "not JSON at byte \(offset)"
    case .notJSONAt(let line, let column): "not JSON at line \(line), column \(column)"
    case .notTOML(let line): "not TOML in line \(line)"
    case .tooDeep(let levels): "it is nested deeper than \(levels) levels"
    case .missing(let key): "there is no text under \"\(key)\""
    case .wrongType(let key): "\"\(key)\" has a value of the wrong type"
    case .invalid(let key, let value): "\"\(key)\" cannot be \"\(value.prefix(64))\""
    case .unexpected(let reason): reason
    }
  }
}

extension FormatFailure {
  /// The same, with the line and the column instead of the byte.
  public func located(in bytes: [UInt8]) -> FormatFailure {
    guard case .notJSON(let offset) = self else { return self }
    let before = bytes.prefix(offset)
    return .notJSONAt(
      line: 1 + before.count { $0 == UInt8(ascii: "\n") },
      column: 1 + before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count)
  }
}
