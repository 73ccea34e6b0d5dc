import TUI

extension App {
  /// Everything about what is selected, with names whole, and what to type to see it.
  func drawDetail(on frame: inout Frame, in area: Region) {
    let width = area.columns - 4
    let lines = subject.commands(self).flatMap { $0.wrapped(to: width) }
    let (below, above) = area.bottom(min(lines.count + 2, area.rows / 2))
    let inside = Box(copiedName ?? view.title).draw(on: &frame, in: lines.isEmpty ? area : above)
    Details(subject.details(self)).draw(on: &frame, in: inside.inset(left: 1, right: 1))
    guard !lines.isEmpty else { return }
    let box = Box("Equivalent", note: "Y copies").draw(on: &frame, in: below)
    for (row, line) in lines.enumerated() {
      frame.write(line, row: row, style: .accent, in: box.inset(left: 1))
    }
  }
}
