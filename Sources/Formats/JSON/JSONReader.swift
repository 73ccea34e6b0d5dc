/// Reads JSON from left to right in one pass. Every byte is looked at once; no input makes it
/// recurse deeper than ``JSON/depthLimit``.
struct JSONReader {
  let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document(_ part: JSONPart) throws(FormatFailure) -> JSON {
    if let encoding = TextEncoding(of: bytes) { throw .notPlainUTF8(encoding) }
    skipSpace()
    guard position < bytes.count else { throw .empty }
    let value = try value(part, depth: 0)
    skipSpace()
    guard position == bytes.count else { throw .notJSON(offset: position) }
    return value
  }

  private mutating func value(_ part: JSONPart, depth: Int) throws(FormatFailure) -> JSON {
    guard depth < JSON.depthLimit else { throw .tooDeep(levels: JSON.depthLimit) }
    switch try peek() {
    case UInt8(ascii: "{"): return .object(try members(part, depth: depth))
    case UInt8(ascii: "["): return .array(try elements(part, depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  private mutating func members(
    _ part: JSONPart, depth: Int
  ) throws(FormatFailure) -> [JSON.Member] {
    var members: [JSON.Member] = []
    position += 1
    if try takes(UInt8(ascii: "}")) { return members }
    repeat {
      skipSpace()
      let key = try string()
      guard try takes(UInt8(ascii: ":")) else { throw .notJSON(offset: position) }
      skipSpace()
      switch part {
      case .all:
        members.append(JSON.Member(key: key, value: try value(.all, depth: depth + 1)))
      case .only(let parts):
        if let part = parts.first(where: { key.equalsFolded($0.key) })?.value {
          members.append(JSON.Member(key: key, value: try value(part, depth: depth + 1)))
        } else {
          try skipValue(depth: depth + 1)
        }
      }
    } while try takes(UInt8(ascii: ","))
    guard try takes(UInt8(ascii: "}")) else { throw .notJSON(offset: position) }
    return members
  }

  private mutating func elements(
    _ part: JSONPart, depth: Int
  ) throws(FormatFailure) -> [JSON] {
    var elements: [JSON] = []
    position += 1
    if try takes(UInt8(ascii: "]")) { return elements }
    repeat {
      skipSpace()
      elements.append(try value(part, depth: depth + 1))
    } while try takes(UInt8(ascii: ","))
    guard try takes(UInt8(ascii: "]")) else { throw .notJSON(offset: position) }
    return elements
  }

  func peek() throws(FormatFailure) -> UInt8 {
    guard position < bytes.count else { throw .endsEarly }
    return bytes[position]
  }

  /// Goes past a byte, and the white space before it, if it is the next one.
  private mutating func takes(_ byte: UInt8) throws(FormatFailure) -> Bool {
    skipSpace()
    guard try peek() == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position].isSpace { position += 1 }
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || self == 0x0a || self == 0x0d || self == 0x09 }
}
