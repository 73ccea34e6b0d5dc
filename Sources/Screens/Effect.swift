public import TUI
public import Topology

/// Which way a lesson goes.
public enum LessonTurn: Equatable, Sendable {
  case next
  case back
}

/// What a key asks of the program around the screen.
public enum Effect: Equatable, Sendable {
  case quit
  /// Put a text on the person's clipboard.
  case copy(String)
  /// Whether the mouse is ours or the terminal's.
  case takeMouse(Bool)
  case setTheme(Theme)
  /// Write a new file in the working directory.
  case save(name: String, [UInt8])
  /// Draw every cell again.
  case repaint
  case wire(WireRequest)
  case lesson(LessonTurn)
  /// Say which of the pods' packets a rule fits.
  case fit(RuleID, pods: [Namespace])
}
