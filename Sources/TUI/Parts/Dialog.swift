import Quoting

/// A box in the middle of the screen that says something.
public struct Dialog {
  public var title: String
  public var lines: [String]
  public var style: Style

  /// Lines that are too long are broken between words.
  public init(_ title: String, _ lines: [String], style: Style = .notice) {
    self.title = title
    self.lines = lines
    self.style = style
  }

  public func draw(on frame: inout Frame, in region: Region) {
    let longest = max(lines.map(\.width).max() ?? 0, title.width + 2)
    let columns = min(longest, region.columns - 4)
    let wrapped = lines.flatMap { $0.wrapped(to: columns) }
    let place = region.centered(Size(rows: wrapped.count + 2, columns: columns + 4))
    frame.fill(place)
    let inside = Box(title).draw(on: &frame, in: place).inset(left: 1, right: 1)
    for (row, line) in wrapped.enumerated() {
      frame.write(line, row: row, style: style, in: inside)
    }
  }
}

extension Frame {
  /// Writes a sentence in the middle of a region.
  public mutating func writeCentered(_ text: String, style: Style = .notice, in region: Region) {
    let lines = text.wrapped(to: region.columns)
    let top = max((region.rows - lines.count) / 2, 0)
    for (row, line) in lines.enumerated() {
      let left = max((region.columns - line.width) / 2, 0)
      write(line, row: top + row, column: left, style: style, in: region)
    }
  }
}
