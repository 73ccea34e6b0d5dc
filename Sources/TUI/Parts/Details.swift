import Quoting

/// Names and what is to be said of them, one under the other. Long values go on in the next line.
public struct Details {
  public struct Entry {
    var name: String
    var value: String
    var style: Style

    public init(_ name: String, _ value: String, _ style: Style = .plain) {
      self.name = name
      self.value = value
      self.style = style
    }
  }

  public var entries: [Entry]

  public init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// Draws it, and returns the number of rows it took. What does not fit is counted in the last row.
  @discardableResult
  public func draw(on frame: inout Frame, in region: Region) -> Int {
    let names = min(entries.map(\.name.width).max() ?? 0, region.columns / 3)
    let lines = entries.flatMap { entry in
      entry.value.wrapped(to: region.columns - names - 2).enumerated().map { index, text in
        Entry(index == 0 ? entry.name : "", text, entry.style)
      }
    }
    let isWhole = lines.count <= region.rows
    let shown = isWhole ? lines[...] : lines.prefix(max(region.rows - 1, 0))
    for (row, line) in shown.enumerated() {
      frame.write(line.name.fitted(to: names), row: row, style: .dim, in: region)
      frame.write(line.value, row: row, column: names + 2, style: line.style, in: region)
    }
    if !isWhole {
      let more = "… and \(lines.count - shown.count) more lines"
      frame.write(more, row: region.rows - 1, style: .dim, in: region)
    }
    return min(lines.count, region.rows)
  }
}
