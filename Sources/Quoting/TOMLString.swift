extension String {
  /// As a basic string of TOML (toml.io, v1.0.0), with its quotes. Characters that are not seen become
  /// escapes.
  public var tomlString: String {
    unicodeScalars.reduce(into: "\"") { text, scalar in
      switch scalar {
      case "\"", "\\": text += #"\"# + String(scalar)
      case _ where scalar.isHidden:
        let digits = String(scalar.value, radix: 16)
        text += #"\U"# + String(repeating: "0", count: 8 - digits.utf8.count) + digits
      case _: text.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
