import Inspection
import Kernel
import Synchronization
import Topology

/// Finds out which pods a rule fits, on a thread of its own: all rules are read for it.
final class PodFitWorker: Sendable {
  /// Readable when there is an answer to take.
  private let updated: EventFD
  private let state = Mutex(State())

  private struct State {
    /// What was asked last: an answer to something older is not told.
    var asked = 0
    var answer: String?
  }

  init(updated: EventFD) {
    self.updated = updated
  }

  func ask(_ rule: RuleID, _ pods: [Namespace]) throws(KernelError) {
    let number = state.withLock { state in
      state.asked += 1
      return state.asked
    }
    try onBackgroundThread { [self] in
      let answer = Self.answer(rule, pods)
      state.withLock { if $0.asked == number { $0.answer = answer } }
      updated.signal()
    }
  }

  /// The answer, once.
  func take() -> String? {
    state.withLock { $0.answer.take() }
  }

  private static func answer(_ rule: RuleID, _ pods: [Namespace]) -> String {
    do throws(KernelError) {
      return try PodFits(of: rule, pods: pods)?.text ?? "the rule is gone"
    } catch {
      return "\(error)"
    }
  }
}
