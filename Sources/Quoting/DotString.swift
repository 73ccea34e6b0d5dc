extension String {
  /// As a string of Graphviz' language, with its quotes, that is read as a label: `dot` resolves
  /// backslashes in it, and the entities of HTML. On one line: other white space becomes a space.
  public var dotString: String { [self].dotString }
}

extension [String] {
  /// A label of several lines.
  public var dotString: String { "\"" + map(\.inDot).joined(separator: #"\n"#) + "\"" }
}

extension String {
  fileprivate var inDot: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\"", "\\": text += #"\"# + String(scalar)
      case "&": text += "&amp;"
      case _ where scalar.properties.isWhitespace: text += " "
      case _: text.unicodeScalars.append(scalar)
      }
    }
  }
}
