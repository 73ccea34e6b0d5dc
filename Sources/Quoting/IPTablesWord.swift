extension String {
  /// As one argument in a line of `iptables-restore`, always in quotes. A line feed, which ends a line there
  /// whatever is open, becomes a space.
  public var iptablesWord: String {
    unicodeScalars.reduce(into: "\"") { text, scalar in
      switch scalar {
      case "\"", "\\": text += #"\"# + String(scalar)
      case "\n", "\0": text += " "
      case _: text.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
