import Quoting

extension Table {
  /// All rows as plain text, each column as wide as what it shows; for the output of a command.
  public var text: String {
    let lines = [columns.map(\.title)] + rows.map { row in columns.map { $0.text(row).cleaned } }
    let widths = columns.indices.map { column in lines.map { $0[column].width }.max() ?? 0 }
    return lines.map { cells in
      var line = cells.indices.map { cells[$0].padded(to: widths[$0], columns[$0].alignment) }
        .joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
