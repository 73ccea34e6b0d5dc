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
  let wakeup: EventFD
  private let waiting: Waiting

  init() throws(KernelError) {
    let wakeup = try EventFD()
    let waiting = Waiting()
    try onBackgroundThread {
      while let line = readLine() {
        waiting.question.withLock { $0 = line == "effort" ? .effort : .compare }
        wakeup.signal()
      }
      waiting.question.withLock { $0 = .end }
      wakeup.signal()
    }
    self.wakeup = wakeup
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
