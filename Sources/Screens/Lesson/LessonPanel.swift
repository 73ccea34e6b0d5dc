import TUI

/// The strip in which a lesson is told.
struct LessonPanel {
  let lesson: LessonState
  let showsNotes: Bool

  /// Rows inside that it takes at least, so that the view above keeps its place from step to step.
  private static let usualRows = 6

  /// Rows that it takes on a screen of this width, with its border.
  func height(columns: Int) -> Int { max(lines(columns: columns - 4).count, Self.usualRows) + 2 }

  func draw(on frame: inout Frame, in area: Region) {
    let inside = Box(lesson.title, note: lesson.progress).draw(on: &frame, in: area)
      .inset(left: 1, right: 1)
    for (row, line) in lines(columns: inside.columns).prefix(inside.rows).enumerated() {
      frame.write(line.text, row: row, style: line.style, in: inside)
    }
  }

  private func lines(columns: Int) -> [(text: String, style: Style)] {
    func wrapped(_ mark: Character, _ text: String, _ style: Style) -> [(String, Style)] {
      text.wrapped(to: columns - 2).enumerated().map { index, line in
        (index == 0 ? "\(mark) \(line)" : "  \(line)", style)
      }
    }
    func said(_ line: LessonState.Line?) -> [(String, Style)] {
      line.map { wrapped($0.state.mark, $0.text, $0.state.style) } ?? []
    }
    let notes = showsNotes ? wrapped(Glyph.bullet, lesson.notes, .dim) : []
    return said(lesson.outcome)
      + wrapped(Glyph.current, lesson.sentence, .plain)
      + lesson.commands.flatMap { wrapped(Glyph.command, $0, .accent) }
      + said(lesson.question) + notes
  }
}

extension LessonState.Line.State {
  fileprivate var mark: Character {
    switch self {
    case .good: Glyph.done
    case .bad: Glyph.leaked
    case .open: Glyph.ellipsis
    }
  }

  fileprivate var style: Style {
    switch self {
    case .good: .good
    case .bad: .bad
    case .open: .dim
    }
  }
}
