extension String {
  /// As a label of Mermaid's language, with its quotes.
  public var mermaidLabel: String { [self].mermaidLabel }
}

extension [String] {
  /// A label of several lines.
  public var mermaidLabel: String { "\"" + map(\.inMermaid).joined(separator: "<br/>") + "\"" }
}

extension String {
  /// Everything but letters, digits and a few harmless signs is written as the code of its character; what is
  /// not seen, as that of a dot.
  fileprivate var inMermaid: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case _ where scalar.properties.isAlphabetic && scalar.isSeen: text += String(scalar)
      case "0"..."9", " ", ".", "/", ":", "-", "_", ",": text += String(scalar)
      case _ where scalar.properties.isWhitespace: text += " "
      case _: text += "#\(scalar.isHidden ? 0xb7 : scalar.value);"
      }
    }
  }
}
