import Demo
import Kernel
import Screens
import Synchronization

/// Where a lesson is given: steps are done on a thread of its own, for a ping may take a while.
final class LessonWorker: Sendable {
  private let updated: EventFD
  private let wakeup: EventFD
  private let state = Mutex(State())

  private struct State {
    var news: LessonState?
    var turn: LessonTurn?
  }

  /// `updated` is signalled when there is something new to take.
  init(_ course: LessonCourse, updated: EventFD) throws(KernelError) {
    self.updated = updated
    wakeup = try EventFD()
    try onBackgroundThread { [self] in teach(course) }
  }

  /// What is new, once.
  func take() -> LessonState? {
    state.withLock { state in
      defer { state.news = nil }
      return state.news
    }
  }

  /// Goes on or back, as soon as what is under way is done.
  func turn(_ turn: LessonTurn) {
    state.withLock { $0.turn = turn }
    wakeup.signal()
  }

  private func teach(_ course: LessonCourse) {
    var course = course
    show(course)
    while true {
      while course.ask() { show(course) }
      _ = wait(for: [(wakeup.descriptor, .readable)], timeout: nil)
      wakeup.clear()
      let turn = state.withLock { state in
        defer { state.turn = nil }
        return state.turn
      }
      switch turn {
      case .next: course.goOn()
      case .back: course.goBack()
      case nil: continue
      }
      show(course)
    }
  }

  private func show(_ course: LessonCourse) {
    let shown = LessonState(course.moment)
    state.withLock { $0.news = shown }
    updated.signal()
  }
}

extension LessonState {
  fileprivate init(_ moment: LessonMoment) {
    let isOver = moment.number > moment.count
    self.init(
      title: "\(moment.lesson): \(moment.title)",
      progress: isOver
        ? "all \(moment.count) steps done" : "step \(moment.number) of \(moment.count)",
      sentence: moment.sentence, commands: moment.commands, notes: moment.notes)
    if let failure = moment.failure {
      outcome = Line(failure, .bad)
    } else if let done = moment.done {
      let news = moment.after == moment.before ? nil : moment.after
      outcome =
        news.map { Line("\(done): \($0.text)", $0.isAnswered ? .good : .bad) }
        ?? Line("\(done): done", .good)
    }
    question =
      moment.before.map { Line($0.text, $0.isAnswered ? .good : .bad) }
      ?? moment.question.map { Line($0, .open) }
  }
}
