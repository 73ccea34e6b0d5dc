import CCurses

/// Colours and attributes of a cell.
struct Attributes: Hashable {
  /// Of the terminal's colours; -1 is its own.
  var foreground: Int16
  var background: Int16
  /// Bits such as `CCURSES_BOLD`.
  var flags: Int

  init(_ foreground: Int16 = -1, on background: Int16 = -1, _ flags: Int = 0) {
    self.foreground = foreground
    self.background = background
    self.flags = flags
  }

  /// The same where there are no bright colours: grey is dimmed, the others lose their brightness.
  var inEightColors: Attributes {
    guard foreground >= 8 else { return self }
    if foreground == 8 { return Attributes(-1, on: background, flags | CCURSES_DIM) }
    return Attributes(foreground - 8, on: background, flags)
  }
}
