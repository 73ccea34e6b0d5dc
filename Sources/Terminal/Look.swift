import CCurses

/// Colours and attributes of a cell.
struct Look: Hashable {
  /// Of the terminal's palette; -1 is its own.
  var foreground: Int16
  var background: Int16
  /// Bits such as `CCURSES_BOLD`.
  var attributes: Int

  init(_ foreground: Int16 = -1, on background: Int16 = -1, _ attributes: Int = 0) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The same where there are no bright colours: grey is dimmed, the others lose their brightness.
  var inEightColors: Look {
    guard foreground >= 8 else { return self }
    if foreground == 8 { return Look(-1, on: background, attributes | CCURSES_DIM) }
    return Look(foreground - 8, on: background, attributes)
  }
}
