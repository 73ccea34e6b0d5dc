extension String {
  /// As a string of JSON (RFC 8259), with its quotes. Characters that are not seen become escapes.
  public var jsonString: String {
    var bytes: [UInt8] = []
    bytes.append(jsonString: self)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends a text as ``Swift/String/jsonString``; most need no escape, and are copied.
  public mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    let utf8 = text.utf8Span.span
    if utf8.isPlain {
      append(addingCapacity: utf8.count) { output in
        for position in utf8.indices { output.append(utf8[position]) }
      }
    } else {
      for scalar in text.unicodeScalars { append(inJSON: scalar) }
    }
    append(UInt8(ascii: "\""))
  }

  /// A JSON text of somebody else, its value the same, with an escape for every character in it that
  /// a terminal would obey or hide.
  public var shownJSON: [UInt8] {
    var shown: [UInt8] = []
    var rest = self[...]
    while !rest.isEmpty {
      let plain = rest.prefix { $0.isShown }
      let other = rest[plain.endIndex...].prefix { !$0.isShown }
      shown += plain
      for scalar in String(decoding: other, as: UTF8.self).unicodeScalars {
        shown.append(inShownJSON: scalar)
      }
      rest = rest[other.endIndex...]
    }
    return shown
  }

  private mutating func append(inShownJSON scalar: Unicode.Scalar) {
    switch scalar {
    case "\t": append(UInt8(ascii: scalar))
    case "\r": append(UInt8(ascii: " "))  // white space between values, or no JSON
    case _ where scalar.isHidden: append(escape: scalar)
    case _: append(contentsOf: String(scalar).utf8)
    }
  }

  private mutating func append(inJSON scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\": append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: scalar)])
    case _ where scalar.isHidden: append(escape: scalar)
    case _: append(contentsOf: String(scalar).utf8)
    }
  }

  private mutating func append(escape scalar: Unicode.Scalar) {
    for unit in String(scalar).utf16 { append(contentsOf: (#"\u"# + unit.hexadecimal).utf8) }
  }
}

extension UInt8 {
  /// Printable ASCII, or the end of a line.
  fileprivate var isShown: Bool { self >= 0x20 && self < 0x7f || self == UInt8(ascii: "\n") }
}

extension UInt16 {
  /// In four digits.
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}

extension Span<UInt8> {
  /// Printable ASCII that JSON takes as it is.
  fileprivate var isPlain: Bool {
    for position in indices {
      let byte = self[position]
      guard byte >= 0x20, byte < 0x7f, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
        return false
      }
    }
    return true
  }
}
