extension TOMLReader {
  mutating func value(depth: Int) throws(FormatFailure) -> JSON {
    guard depth < Self.depthLimit else { throw .tooDeep(levels: Self.depthLimit) }
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try string())
    case UInt8(ascii: "["): return .array(try list(depth: depth))
    case UInt8(ascii: "{"): return .object(try inlineTable(depth: depth))
    case _: return try word()
    }
  }

  /// May go over several lines, with comments between, and end with a comma.
  private mutating func list(depth: Int) throws(FormatFailure) -> [JSON] {
    position += 1
    var elements: [JSON] = []
    while true {
      skipBlank()
      if takes(UInt8(ascii: "]")) { return elements }
      elements.append(try value(depth: depth + 1))
      skipBlank()
      guard takes(UInt8(ascii: ",")) || peek() == UInt8(ascii: "]") else { throw failure }
    }
  }

  private mutating func inlineTable(depth: Int) throws(FormatFailure) -> [JSON.Member] {
    position += 1
    var members: [JSON.Member] = []
    skipSpace()
    if takes(UInt8(ascii: "}")) { return members }
    repeat {
      let name = try key()
      guard takes(UInt8(ascii: "=")) else { throw failure }
      skipSpace()
      let value = try value(depth: depth + 1)
      if let member = Self.member(name, value) { members.append(member) }
      skipSpace()
    } while takes(UInt8(ascii: ","))
    guard takes(UInt8(ascii: "}")) else { throw failure }
    return members
  }

  /// `a.b = 1` stands for a table in a table.
  private static func member(_ name: [String], _ value: JSON) -> JSON.Member? {
    guard let first = name.first else { return nil }
    let inner = name.dropFirst().reversed().reduce(value) { .object([.init(key: $1, value: $0)]) }
    return JSON.Member(key: first, value: inner)
  }

  /// A truth, a number or a date.
  private mutating func word() throws(FormatFailure) -> JSON {
    let start = position
    while let byte = peek(), byte.isInWord { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case _: break
    }
    let digits = text.filter { $0 != "_" }
    if let number = Self.integer(digits) { return .integer(number) }
    if let number = Double(digits) { return .number(number) }
    guard text.utf8.count >= 8, text.utf8.first?.isDigit == true else { throw failure }
    return .string(text)
  }

  private static func integer(_ digits: String) -> Int? {
    for (mark, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(mark) {
      return Int(digits.dropFirst(2), radix: radix)
    }
    return Int(digits)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isInWord: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
      || "+-._:".utf8.contains(self)
  }
}
