import Inspection
import Kernel
import Synchronization

/// Asks plugins for their versions on a thread of its own, so that nobody waits for a slow one, and signals
/// that there are answers.
final class PluginWorker: Sendable {
  private let wakeup: EventFD
  private let state = Mutex(State())

  private struct State {
    var isBusy = false
    var answers: PluginVersions?
  }

  init(waking wakeup: EventFD) {
    self.wakeup = wakeup
  }

  /// Begins with these, unless it is still busy with others.
  func ask(_ inquiry: PluginInquiry) throws(KernelError) {
    guard !inquiry.isEmpty, begins() else { return }
    try onBackgroundThread { [self] in
      let answers = inquiry.ask()
      state.withLock { $0 = State(answers: answers) }
      wakeup.signal()
    }
  }

  /// What was learned, once.
  func take() -> PluginVersions? {
    state.withLock { state in
      defer { state.answers = nil }
      return state.answers
    }
  }

  /// Whether it was idle; from now on it is busy.
  private func begins() -> Bool {
    state.withLock { state in
      guard !state.isBusy, state.answers == nil else { return false }
      state.isBusy = true
      return true
    }
  }
}
