/// What a lesson has to say at the moment, as the panel under the view shows it.
public struct LessonState: Equatable, Sendable {
  /// `Lesson: The bridge`
  public var title: String
  /// `step 3 of 13`
  public var progress: String
  public var sentence: String
  /// What a person would type for the step, a command a line.
  public var commands: [String]
  /// For the one who teaches; shown on a key.
  public var notes: String
  /// What the last step brought about.
  public var outcome: Line?
  /// What a ping says before this step.
  public var question: Line?

  public init(
    title: String, progress: String, sentence: String, commands: [String] = [],
    notes: String = "", outcome: Line? = nil, question: Line? = nil
  ) {
    self.title = title
    self.progress = progress
    self.sentence = sentence
    self.commands = commands
    self.notes = notes
    self.outcome = outcome
    self.question = question
  }

  public struct Line: Equatable, Sendable {
    public var text: String
    public var state: State

    public init(_ text: String, _ state: State) {
      self.text = text
      self.state = state
    }

    public enum State: Sendable {
      case good
      case bad
      /// Still to be answered.
      case open
    }
  }
}
