/// What there is to say at one moment of a lesson.
public struct LessonMoment: Equatable, Sendable {
  /// The lesson's own title.
  public var lesson: String
  /// Of the step that comes next, 1 and up; beyond ``count`` when all are done.
  public var number: Int
  public var count: Int
  public var title: String
  public var sentence: String
  public var commands: [String]
  public var notes: String
  /// What the ping says before the step.
  public var before: Probe.Result?
  /// The ping whose answer is still awaited.
  public var question: String?
  /// The title of the step just done, and what its ping says now.
  public var done: String?
  public var after: Probe.Result?
  public var failure: String?
}
