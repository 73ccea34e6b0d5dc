import Kernel
import Synchronization

/// The lines of standard input, read on a thread of their own.
struct Questions: ~Copyable {
  enum Question: Sendable {
    case none
    case compare
    case effort
    case end
  }

  /// Rings when there is one.
  let bell: EventFD
  private let waiting: Waiting

  init() throws(KernelError) {
    let bell = try EventFD()
    let waiting = Waiting()
    try onBackgroundThread {
      while let line = readLine() {
        waiting.question.withLock { $0 = line == "effort" ? .effort : .compare }
        bell.ring()
      }
      waiting.question.withLock { $0 = .end }
      bell.ring()
    }
    self.bell = bell
    self.waiting = waiting
  }

  func next() -> Question {
    waiting.question.withLock { question in
      defer { question = .none }
      return question
    }
  }
}

private final class Waiting: Sendable {
  let question = Mutex(Questions.Question.none)
}
