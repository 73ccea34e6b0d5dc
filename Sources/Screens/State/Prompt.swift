import TUI

/// What stands between a person and the view: something asked, typed, told or explained.
struct Prompt: Sendable {
  /// The filter while it is typed.
  var editor: LineEditor?
  var palette: CommandPalette?
  var question: Question?
  /// What came of the last effect, until the next key.
  var notice: String?
  var isHelping = false
}
