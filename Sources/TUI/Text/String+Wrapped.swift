import Quoting

extension String {
  /// The text in lines of at most `columns`, broken between words; a word that is wider than a line
  /// is broken where the line ends.
  public func wrapped(to columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    guard width > columns else { return [cleaned] }
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ").map({ String($0).cleaned }) {
      let joined = line.isEmpty ? word : line + " " + word
      if joined.width <= columns {
        line = joined
        continue
      }
      if !line.isEmpty { lines.append(line) }
      let pieces = word.pieces(of: columns)
      lines += pieces.dropLast()
      line = pieces.last ?? ""
    }
    return lines + [line]
  }

  private func pieces(of columns: Int) -> [String] {
    var pieces = [""]
    var used = 0
    for element in CleanText(self) {
      if used + element.width > columns, used > 0 {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(element.character)
      used += element.width
    }
    return pieces
  }
}
