extension JSONReader {
  /// Goes past a value nobody asked for: strings and brackets are counted, the rest is not judged.
  mutating func skipValue(depth: Int) throws(FormatFailure) {
    var level = depth
    repeat {
      switch try peek() {
      case UInt8(ascii: "\""):
        _ = try quoted()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        level += 1
        guard level <= JSON.depthLimit else { throw .tooDeep(levels: JSON.depthLimit) }
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard level > depth else { throw .notJSON(offset: position) }
        level -= 1
        position += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard level > depth else { throw .notJSON(offset: position) }
        position += 1
      default: skipPlain()
      }
    } while level > depth
  }

  /// Goes past numbers, words and white space.
  private mutating func skipPlain() {
    while position < bytes.count, !bytes[position].isPunctuation { position += 1 }
  }
}

extension UInt8 {
  fileprivate var isPunctuation: Bool {
    switch self {
    case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
