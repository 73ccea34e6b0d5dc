/// A JSON value (RFC 8259), as far as it was asked for.
package enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number with a fraction or an exponent, or one too large for an `Int`.
  case number(Double)
  case string(String)
  case array([JSON])
  /// In the order of the text, keys that are there twice included.
  case object([Member])

  package struct Member: Equatable, Sendable {
    let key: String
    let value: JSON
  }

  /// Levels of arrays and objects that are read.
  static let depthLimit = 64

  /// Reads one value and nothing after it; of an object only the members that `part` names.
  init(_ bytes: [UInt8], part: JSONPart = .all) throws(FormatFailure) {
    var reader = JSONReader(bytes)
    self = try reader.document(part)
  }
}

/// Which members of a large object are worth keeping; all others are skipped unread.
indirect enum JSONPart: Sendable {
  case all
  case only([String: JSONPart])
}
