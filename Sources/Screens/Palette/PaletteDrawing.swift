import Quoting
import TUI

extension CommandPalette {
  /// The most entries in sight.
  private static let room = 10

  /// Draws what was found above the line that is typed.
  func draw(on frame: inout Frame, above footer: Region) {
    let rows = min(found.count, Self.room, max(footer.row - 6, 1))
    let first = Scroll.first(keeping: chosen, count: found.count, room: rows)
    let shown = found[first..<min(first + rows, found.count)]
    let width = min(max(48, shown.map(\.width).max() ?? 0), footer.columns - 8)
    let place = Region(
      row: footer.row - max(rows, 1) - 3, column: footer.column + 2, rows: max(rows, 1) + 2,
      columns: width + 4)
    frame.fill(place)
    let note = found.count > rows ? "\(chosen + 1) of \(found.count)" : ""
    let inside = Box("Commands", note: note, style: .accent).draw(on: &frame, in: place)
    if found.isEmpty {
      frame.write("Nothing has these words.", style: .dim, in: inside.inset(left: 1))
    }
    for (row, entry) in shown.enumerated() {
      let line = inside.inset(top: row).top(1).top
      entry.draw(on: &frame, in: line.inset(left: 1, right: 1))
      if first + row == chosen { frame.restyle(line, \.selected) }
    }
  }
}

extension CommandPalette.Entry {
  fileprivate var width: Int { words.width + 2 + help.width }

  fileprivate func draw(on frame: inout Frame, in line: Region) {
    let room = max(line.columns - help.width - 2, line.columns / 2)
    frame.write(words.fitted(to: room), in: line)
    let help = help.fitted(to: max(line.columns - min(words.width, room) - 2, 0))
    frame.write(help, column: line.columns - help.width, style: .dim, in: line)
  }
}
