/// How something is made as it was before.
typealias UndoAction = @Sendable () throws -> Void

/// A step of a lesson: what is told, what is typed, and what is done.
public struct LessonStep: Sendable {
  public var title: String
  /// One sentence, for the class.
  public var sentence: String
  /// What a person would type for the same, a command a line.
  public var commands: [String] = []
  /// What else the one who teaches may say or show.
  public var notes: String
  public var probe: Probe?
  /// Does it, and returns how it is undone; `nil` where there is only something to tell.
  var perform: (@Sendable () throws -> UndoAction)?
}
