extension JSONReader {
  /// The text with its escapes resolved; half a surrogate pair becomes a replacement character.
  func unescaped(_ text: String, at offset: Int) throws(FormatFailure) -> String {
    var units: [UInt16] = []
    var source = text.utf16.makeIterator()
    while let unit = source.next() {
      guard unit == Escape.backslash else {
        units.append(unit)
        continue
      }
      guard let escaped = Escape.unit(from: &source) else { throw .notJSON(offset: offset) }
      units.append(escaped)
    }
    return String(decoding: units, as: UTF16.self)
  }
}

private enum Escape {
  static let backslash = UInt16(UInt8(ascii: "\\"))

  /// What stands after a backslash; `nil` where nothing valid does.
  static func unit(from source: inout String.UTF16View.Iterator) -> UInt16? {
    guard let unit = source.next(), let letter = UInt8(exactly: unit) else { return nil }
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return unit
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0c
    case UInt8(ascii: "n"): return 0x0a
    case UInt8(ascii: "r"): return 0x0d
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "u"): return hexadecimal(from: &source)
    default: return nil
    }
  }

  private static func hexadecimal(from source: inout String.UTF16View.Iterator) -> UInt16? {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let unit = source.next(), let scalar = Unicode.Scalar(unit),
        let digit = Character(scalar).hexDigitValue, scalar.isASCII
      else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
