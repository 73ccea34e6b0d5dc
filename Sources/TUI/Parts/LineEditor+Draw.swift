import Quoting

extension LineEditor {
  /// Draws a prompt and the line in one row, scrolled so that the cursor shows. Only what fits is looked
  /// at, however long the line is.
  public func draw(on frame: inout Frame, in region: Region, prompt: String = "/") {
    let left = frame.write(prompt, style: .key, in: region)
    let place = region.inset(left: left).top(1).top
    let head = before.tail(fitting: max(place.columns - 1, 0))
    let column = head.width
    frame.write(head, in: place)
    frame.write(after.head(within: place.columns) + " ", column: column, in: place)
    frame.restyle(place.inset(left: column).left(1).left, \.selected)
  }
}

extension String {
  /// The end of the text, cleaned, as much as fits into so many columns.
  fileprivate func tail(fitting columns: Int) -> String {
    let elements = Array(CleanText(String(unicodeScalars.suffix(columns * Self.scalarsPerColumn))))
    var room = columns
    let kept = elements.reversed().prefix { element in
      room -= element.width
      return room >= 0
    }
    return String(kept.reversed().map(\.character))
  }

  /// The beginning of the text, at least as much as fits into so many columns.
  fileprivate func head(within columns: Int) -> String {
    String(unicodeScalars.prefix(columns * Self.scalarsPerColumn))
  }

  /// A character, and the marks on it that are shown.
  private static let scalarsPerColumn = 4
}
