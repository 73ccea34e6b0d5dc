import TUI
import Topology

/// Where the parts of the screen are.
struct Layout {
  var body: Region
  /// The body without the detail pane.
  var canvas: Region
  /// The table; `nil` where the detail has all the room.
  var list: Region?
  /// What the view has below its table.
  var pane: Region?
  var detail: Region?
  var events: Region?
  var lesson: Region?
  var gaps: Region?
  var footer: Region

  /// How many rows a page key moves by: the last line of a page is the first of the next.
  var page: Int { max((list?.rows ?? 0) - 2, 1) }

  init(_ app: App, _ size: Size) {
    var rest = Region(size).inset(top: 2)
    (footer, rest) = rest.bottom(1)
    if !app.shown.topology.gaps.isEmpty {
      let (line, below) = rest.top(1)
      (gaps, rest) = (line, below)
    }
    if let panel = app.lessonPanel {
      let rows = min(panel.height(columns: size.columns), max(rest.rows - 6, 5))
      let (strip, above) = rest.bottom(rows)
      (lesson, rest) = (strip, above)
    } else if size.rows >= 30, app.view.hasEvents {
      let (strip, above) = rest.bottom(7)
      (events, rest) = (strip, above)
    }
    (body, canvas) = (rest, rest)
    if Self.isDetailBeside(app, size) {
      let (table, side) = body.left(body.columns - min(max(body.columns / 3, 44), 64))
      (canvas, detail) = (table, side)
      list = table.inset(top: 1, left: 1, bottom: 1, right: 1)
    } else if app.isOpen {
      detail = body
    } else {
      list = body.inset(top: 1, left: 1, bottom: 1, right: 1)
    }
    guard let pane = app.view.pane, let list else { return }
    (self.pane, self.list) = list.bottom(pane.rows(app, list.rows))
  }

  private static func isDetailBeside(_ app: App, _ size: Size) -> Bool {
    guard size.columns >= 110, !(app.isWide && app.view.widens) else { return false }
    switch app.view.detail {
    case .beside: return true
    case .besideWhenOpen: return app.isOpen
    case .never: return false
    }
  }
}
