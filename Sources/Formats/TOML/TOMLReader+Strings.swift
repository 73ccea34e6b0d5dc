extension TOMLReader {
  /// A string in any of its four forms.
  mutating func string() throws(FormatFailure) -> String {
    guard let quote = peek() else { throw failure }
    let isLong = follows([quote, quote, quote])
    position += isLong ? 3 : 1
    if isLong {
      _ = takes(UInt8(ascii: "\r"))
      _ = takes(UInt8(ascii: "\n"))
    }
    let end = Array(repeating: quote, count: isLong ? 3 : 1)
    let takesEscapes = quote == UInt8(ascii: "\"")
    var text: [UInt8] = []
    while !follows(end) {
      guard let byte = peek(), isLong || byte != UInt8(ascii: "\n") else { throw failure }
      position += 1
      if takesEscapes, byte == UInt8(ascii: "\\") {
        text += try escaped(isLong: isLong)
      } else {
        text.append(byte)
      }
    }
    position += end.count
    while isLong, takes(quote) { text.append(quote) }  // up to two of them may stand before the end
    return String(decoding: text, as: UTF8.self)
  }

  private func follows(_ sign: [UInt8]) -> Bool {
    bytes[min(position, bytes.count)...].starts(with: sign)
  }

  private mutating func escaped(isLong: Bool) throws(FormatFailure) -> [UInt8] {
    guard let byte = peek() else { throw failure }
    if isLong, byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d {
      while let space = peek(), [0x20, 0x09, 0x0a, 0x0d].contains(space) { position += 1 }
      return []
    }
    position += 1
    switch byte {
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "n"): return [0x0a]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "r"): return [0x0d]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [byte]
    case UInt8(ascii: "u"): return try scalar(digits: 4)
    case UInt8(ascii: "U"): return try scalar(digits: 8)
    case _: throw failure
    }
  }

  private mutating func scalar(digits count: Int) throws(FormatFailure) -> [UInt8] {
    let digits = bytes[min(position, bytes.count)...].prefix(count)
    guard digits.count == count,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw failure }
    position += count
    return Array(String(scalar).utf8)
  }
}
