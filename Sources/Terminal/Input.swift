public import TUI

/// What a wait ended with.
public enum Input: Equatable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// The terminal has another size now.
  case resized(Size)
  /// The caller's own descriptor can be read. Reading it is the caller's.
  case woken
  /// The terminal is ours again after Ctrl-Z or a stop; draw everything.
  case resumed
  /// A signal asks the program to end (SIGINT, SIGTERM, SIGHUP), or the terminal is gone (SIGHUP).
  case ended(signal: Int32)
}
