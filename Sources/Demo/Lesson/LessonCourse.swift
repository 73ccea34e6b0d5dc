/// A lesson on its way: which step is next, and how to go back.
public struct LessonCourse: Sendable {
  private let lesson: Lesson
  private var undos: [UndoAction] = []
  private var outcome = Outcome.none
  /// What the ping of the step to come says.
  private var before: Probe.Result?

  private enum Outcome: Sendable {
    case none
    case done(LessonStep, Probe.Result?)
    case failed(String)
  }

  public init(_ lesson: Lesson) {
    self.lesson = lesson
  }

  private var position: Int { undos.count }
  private var step: LessonStep? { position < lesson.steps.count ? lesson.steps[position] : nil }

  /// Does the next step.
  public mutating func goOn() {
    guard let step else { return }
    (before, outcome) = (nil, .none)
    guard let perform = step.perform else {
      undos.append({})
      return
    }
    do {
      undos.append(try perform())
      outcome = .done(step, nil)
    } catch {
      outcome = .failed("\(error)")
    }
  }

  /// Undoes the last step.
  public mutating func goBack() {
    guard let undo = undos.last else { return }
    (before, outcome) = (nil, .none)
    do {
      try undo()
      undos.removeLast()
    } catch {
      outcome = .failed("\(error)")
    }
  }

  /// Asks one ping that is not answered yet, of the last step or of the one to come; `false` if there is
  /// none. It takes a second if nobody answers.
  public mutating func ask() -> Bool {
    if case .done(let last, nil) = outcome, let probe = last.probe {
      let result = probe.ask(expectingAnswer: probe.isAnsweredAfter)
      outcome = .done(last, result)
      if let next = step?.probe, next.asksTheSame(as: probe) { before = result }
      return true
    }
    guard before == nil, let probe = step?.probe else { return false }
    before = probe.ask(expectingAnswer: probe.isAnsweredBefore)
    return true
  }

  public var moment: LessonMoment {
    var moment = LessonMoment(
      lesson: lesson.title, number: position + 1, count: lesson.steps.count,
      title: step?.title ?? "The end", sentence: step?.sentence ?? lesson.end,
      commands: step?.commands ?? [], notes: step?.notes ?? "", before: before)
    switch outcome {
    case .none: break
    case .done(let last, let result): (moment.done, moment.after) = (last.title, result)
    case .failed(let reason): moment.failure = reason
    }
    if before == nil { moment.question = step?.probe?.description }
    return moment
  }
}
