import Foundation

extension Process {
  /// Starts the program with no signal blocked.
  ///
  /// The threads that tests run on block signals, and a child inherits that: a tmux server, say, would
  /// never hear that it shall end.
  func runHearingSignals() throws {
    var none = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
  }
}
