extension Frame {
  /// The characters alone, a line per row, without trailing blanks.
  public var text: String { text(in: .unicode) }

  /// The same, as a terminal with these glyphs shows it.
  public func text(in glyphs: Glyphs) -> String {
    (0..<size.rows).map { row in
      var line: [Character] = []
      for column in 0..<size.columns where self[row, column].width > 0 {
        line.append(glyphs.character(for: self[row, column].character))
      }
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}
