extension JSONReader {
  mutating func literal(_ word: String, _ value: JSON) throws(FormatFailure) -> JSON {
    for byte in word.utf8 {
      guard try peek() == byte else { throw .notJSON(offset: position) }
      position += 1
    }
    return value
  }

  mutating func number() throws(FormatFailure) -> JSON {
    let start = position
    if try peek() == UInt8(ascii: "-") { position += 1 }
    let firstDigit = position
    try digits()
    guard bytes[firstDigit] != UInt8(ascii: "0") || position == firstDigit + 1 else {
      throw .notJSON(offset: firstDigit)
    }
    let endOfWhole = position
    if next(is: ".") {
      position += 1
      try digits()
    }
    if next(is: "e") || next(is: "E") {
      position += 1
      if next(is: "+") || next(is: "-") { position += 1 }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if position == endOfWhole {
      if let integer = Int(text) { return .integer(integer) }
      if let large = UInt64(text) { return .large(large) }
    }
    guard let number = Double(text) else { throw .notJSON(offset: start) }
    return .number(number)
  }

  mutating func string() throws(FormatFailure) -> String {
    let body = try quoted()
    let text = String(decoding: bytes[body.range], as: UTF8.self)
    return body.hasEscapes ? try unescaped(text, at: body.range.lowerBound) : text
  }

  /// Goes past a string; what is between its quotes.
  mutating func quoted() throws(FormatFailure) -> (range: Range<Int>, hasEscapes: Bool) {
    guard try peek() == UInt8(ascii: "\"") else { throw .notJSON(offset: position) }
    position += 1
    let start = position
    var hasEscapes = false
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return (start..<position - 1, hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        position += 2
      case 0..<0x20: throw .notJSON(offset: position)
      default: position += 1
      }
    }
    throw .endsEarly
  }

  private mutating func digits() throws(FormatFailure) {
    guard try peek().isDigit else { throw .notJSON(offset: position) }
    while position < bytes.count, bytes[position].isDigit { position += 1 }
  }

  private func next(is character: Unicode.Scalar) -> Bool {
    position < bytes.count && bytes[position] == UInt8(ascii: character)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}
