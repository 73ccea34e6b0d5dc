extension String {
  /// Whether Go takes it for this key (encoding/json, `equalFold`), which is ASCII: in any case, by Unicode's
  /// simple folding. Of the letters outside of ASCII that is `ſ` for `s` and the Kelvin sign for `k`.
  public func equalsFolded(_ key: String) -> Bool {
    let (own, other) = (utf8Span.span, key.utf8Span.span)
    for position in 0..<min(own.count, other.count) {
      guard own[position] < 0x80 else { return foldedKey == key.foldedKey }
      guard own[position].folded == other[position].folded else { return false }
    }
    return own.count == other.count
  }

  /// The same for all keys that Go takes for one.
  public var foldedKey: String {
    String(String.UnicodeScalarView(unicodeScalars.lazy.map(\.folded)))
  }
}

extension UInt8 {
  fileprivate var folded: UInt8 { 0x41...0x5a ~= self ? self | 0x20 : self }
}

extension Unicode.Scalar {
  fileprivate var folded: Unicode.Scalar {
    switch self {
    case "A"..."Z": Unicode.Scalar(UInt8(value) + 0x20)
    case "\u{17f}": "s"  // LATIN SMALL LETTER LONG S
    case "\u{212a}": "k"  // KELVIN SIGN
    case _: self
    }
  }
}
