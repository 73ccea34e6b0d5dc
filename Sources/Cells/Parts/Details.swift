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

  /// Draws it, and returns the number of rows it took.
  @discardableResult
  public func draw(on frame: inout Frame, in region: Region) -> Int {
    let names = min(entries.map(\.name.width).max() ?? 0, region.columns / 3)
    var row = 0
    for entry in entries {
      frame.write(entry.name.fitted(to: names), row: row, style: .dim, in: region)
      for line in entry.value.wrapped(to: region.columns - names - 2) {
        frame.write(line, row: row, column: names + 2, style: entry.style, in: region)
        row += 1
      }
    }
    return min(row, region.rows)
  }
}
