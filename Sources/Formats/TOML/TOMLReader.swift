/// Reads TOML from left to right in one pass.
///
/// Not by TOMLKit: of a file that begins with `[.` its parser (toml++) makes the end of the process.
struct TOMLReader {
  let bytes: [UInt8]
  var position = 0
  private(set) var values: [[String]: JSON] = [:]
  private(set) var tables: Set<[String]> = []
  /// The table that lines belong to; `nil` in a table of a list, which is not kept.
  private var table: [String]? = []

  /// Levels of lists and tables inside values, and parts of a key, that are read.
  static let depthLimit = 32

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A byte order mark before UTF-8 is no part of it.
  mutating func document() throws(FormatFailure) {
    switch TextEncoding(of: bytes) {
    case .markedUTF8: position = 3
    case .some(let encoding): throw .notPlainUTF8(encoding)
    case nil: break
    }
    while true {
      skipBlank()
      guard let byte = peek() else { return }
      if byte == UInt8(ascii: "[") { try header() } else { try pair(below: table) }
      skipSpace()
      guard takesLineEnd() else { throw failure }
    }
  }

  /// Says where it is.
  var failure: FormatFailure {
    let before = bytes[..<min(position, bytes.count)]
    return .notTOML(line: 1 + before.count { $0 == UInt8(ascii: "\n") })
  }

  private mutating func header() throws(FormatFailure) {
    position += 1
    let isInList = takes(UInt8(ascii: "["))
    skipSpace()
    let name = try key()
    guard takes(UInt8(ascii: "]")), !isInList || takes(UInt8(ascii: "]")) else { throw failure }
    table = isInList ? nil : name
    tables.insert(name)
  }

  /// `key = value`.
  private mutating func pair(below table: [String]?) throws(FormatFailure) {
    let name = try key()
    guard takes(UInt8(ascii: "=")) else { throw failure }
    skipSpace()
    let value = try value(depth: 0)
    if let table { try keep(value, under: table + name) }
  }

  /// A table that is written as a value is the same as one with a header.
  private mutating func keep(_ value: JSON, under key: [String]) throws(FormatFailure) {
    if case .object(let members) = value {
      for member in members { try keep(member.value, under: key + [member.key]) }
    } else {
      guard values.updateValue(value, forKey: key) == nil else { throw failure }
    }
  }

  /// A key with its dots; spaces after it are gone past too.
  mutating func key() throws(FormatFailure) -> [String] {
    var parts: [String] = []
    repeat {
      guard parts.count < Self.depthLimit else { throw .tooDeep(levels: Self.depthLimit) }
      skipSpace()
      parts.append(try keyPart())
      skipSpace()
    } while takes(UInt8(ascii: "."))
    return parts
  }

  private mutating func keyPart() throws(FormatFailure) -> String {
    if peek() == UInt8(ascii: "\"") || peek() == UInt8(ascii: "'") { return try string() }
    let start = position
    while let byte = peek(), byte.isBareKey { position += 1 }
    guard position > start else { throw failure }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}

extension TOMLReader {
  func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Goes past a byte if it is the next one.
  mutating func takes(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 { position += 1 }
  }

  /// Past spaces, comments and ends of lines.
  mutating func skipBlank() {
    repeat { skipSpace() } while peek() != nil && takesLineEnd()
  }

  /// Past a comment and the end of its line; the end of the text is one too.
  mutating func takesLineEnd() -> Bool {
    if peek() == UInt8(ascii: "#") {
      while let byte = peek(), byte != UInt8(ascii: "\n") { position += 1 }
    }
    _ = takes(UInt8(ascii: "\r"))
    return peek() == nil || takes(UInt8(ascii: "\n"))
  }
}

extension UInt8 {
  fileprivate var isBareKey: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
