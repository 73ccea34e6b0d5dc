import Quoting

/// A border with a title in it, and a note on its right end such as `3 of 14`.
public struct Box {
  public var title: String
  public var note: String
  public var style: Style

  public init(_ title: String = "", note: String = "", style: Style = .border) {
    self.title = title
    self.note = note
    self.style = style
  }

  /// Draws the border on the edge of the region, and returns what is inside it.
  @discardableResult
  public func draw(on frame: inout Frame, in region: Region) -> Region {
    guard region.rows > 1, region.columns > 1 else { return region }
    let line = String(repeating: Glyph.horizontal, count: region.columns - 2)
    let last = region.rows - 1
    frame.write(Self.edge(Glyph.topLeft, line, Glyph.topRight), style: style, in: region)
    for row in 1..<max(last, 1) {
      frame.write(String(Glyph.vertical), row: row, style: style, in: region)
      frame.write(
        String(Glyph.vertical), row: row, column: region.columns - 1, style: style, in: region)
    }
    frame.write(
      Self.edge(Glyph.bottomLeft, line, Glyph.bottomRight), row: last, style: style, in: region)
    label(on: &frame, in: region.inset(left: 2, right: 2).top(1).top)
    return region.inset(top: 1, left: 1, bottom: 1, right: 1)
  }

  /// Shows on the right edge which part of a list is in sight, if not all of it is.
  public func drawPosition(
    on frame: inout Frame, in region: Region, first: Int, shown: Int, count: Int
  ) {
    let track = region.rows - 2
    guard track > 0, count > shown, shown > 0 else { return }
    let length = max(track * shown / count, 1)
    let start = (track - length) * first / max(count - shown, 1)
    for row in start..<start + length {
      frame.write(
        String(Glyph.full), row: row + 1, column: region.columns - 1, style: style, in: region)
    }
  }

  private func label(on frame: inout Frame, in edge: Region) {
    var end = 0
    if !title.isEmpty, edge.columns > 2 {
      let text = " " + title.fitted(to: edge.columns - 2) + " "
      end = frame.write(text, style: style == .border ? .title : style, in: edge)
    }
    let note = " " + self.note + " "
    guard !self.note.isEmpty, end + note.width < edge.columns else { return }
    frame.write(note, column: edge.columns - note.width, style: .dim, in: edge)
  }

  private static func edge(_ left: Character, _ line: String, _ right: Character) -> String {
    String(left) + line + String(right)
  }
}
