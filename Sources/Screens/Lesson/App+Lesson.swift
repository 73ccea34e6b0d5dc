import TUI

extension App {
  /// Takes in what the lesson has to say. From the first time on its keys work.
  public mutating func see(lesson: LessonState) {
    if self.lesson == nil { show(.map) }
    self.lesson = lesson
  }

  var lessonPanel: LessonPanel? { lesson.map { LessonPanel(lesson: $0, showsNotes: showsNotes) } }

  /// The keys that work here and now: those of the lesson take the place of others.
  var bindings: [Binding] {
    let own = lesson == nil ? [] : Binding.lesson
    let taken = Set(own.flatMap(\.keys))
    let others = Binding.here(view).map { binding in
      var free = binding
      free.keys.removeAll { taken.contains($0) }
      return free
    }
    return own + others.filter { !$0.keys.isEmpty }
  }
}

extension Binding {
  static let lesson: [Binding] = [
    Binding(
      keys: [" ", .right], action: .lesson(.next), word: "next step", help: "do the step"),
    Binding(keys: [.left], action: .lesson(.back), word: "step back", help: "undo the last step"),
    Binding(keys: ["N"], action: .notes, word: "notes", help: "speaker notes, on and off"),
  ]
}
