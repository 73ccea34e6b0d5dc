import TUI

extension App {
  /// What is said of the selected step, and what the wiring looks like now and in the end.
  func drawWire(on frame: inout Frame, in area: Region) {
    guard let job else {
      drawHint(on: &frame, in: area)
      return
    }
    var rest = area
    func say(_ text: String, _ style: Style, lines: Int) {
      let all = text.wrapped(to: rest.columns - 1)
      for (row, line) in all.prefix(lines).enumerated() {
        frame.write(line, row: row, column: 1, style: style, in: rest)
      }
      rest = rest.inset(top: min(all.count, lines))
    }
    let notice = job.notice
    say(notice.text, notice.style, lines: 3)
    rest = rest.inset(top: 1)
    if case .wire(.entry(let index)) = selected, index < job.entries.count {
      let entry = job.entries[index]
      if case .failed(let reason) = entry.state { say("✗ \(reason)", .bad, lines: 2) }
      say(entry.reason, .plain, lines: 2)
      if !entry.commands.isEmpty {
        say("\(Glyph.command) \(entry.commands.joined(separator: "; "))", .accent, lines: 3)
      }
    }
    guard let pictures = job.pictures(in: shown.topology), rest.rows >= 3 else { return }
    let picture = rest.bottom(2).bottom
    frame.write(" now   \(pictures.now)", style: .good, in: picture)
    frame.write(" then  \(pictures.then)", row: 1, style: .dim, in: picture)
  }

  private func drawHint(on frame: inout Frame, in area: Region) {
    if case .name(_, let editor) = wire {
      editor.draw(on: &frame, in: area.inset(top: 1, left: 1), prompt: "name of the namespace: ")
      return
    }
    let words =
      mode == .writing
      ? "You see the whole plan before anything is done, and are asked."
      : "You see the plan. This screen is read-only; cnitop --write can do it."
    frame.write(words, row: 1, column: 1, style: .dim, in: area)
  }
}
