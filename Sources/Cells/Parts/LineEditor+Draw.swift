extension LineEditor {
  /// Draws a prompt and the line in one row, scrolled so that the cursor shows.
  public func draw(on frame: inout Frame, in region: Region, prompt: String = "/") {
    let left = frame.write(prompt, style: .key, in: region)
    let place = region.inset(left: left).top(1).top
    let before = String(text.prefix(cursor)).width
    let skipped = max(before - place.columns + 1, 0)
    let padded = text + " "
    frame.write(String(padded), column: -skipped, in: place)
    frame.restyle(place.inset(left: before - skipped).left(1).left, \.selected)
  }
}
