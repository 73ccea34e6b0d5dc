import Quoting
import TUI

/// The line of the views, and of what is left out of the one on screen.
extension App {
  struct Tab: Sendable {
    var view: View
    var label: String
    var columns: Range<Int>
  }

  /// Where there is no room for all titles, only the view on screen has one; where there is still too
  /// little, it is alone.
  func tabs(in columns: Int) -> [Tab] {
    let room = columns - 1 - (leftOut.map { $0.width + 2 } ?? 0)
    let forms = [
      tabs(View.all) { "\($0.digit) \($0.title)" },
      tabs(View.all) { $0 == view ? "\($0.digit) \($0.title)" : "\($0.digit)" },
    ]
    return forms.first { $0.last.map { $0.columns.upperBound <= room } ?? true }
      ?? tabs([view]) { "\($0.digit) \($0.title)" }
  }

  private func tabs(_ views: [View], _ label: (View) -> String) -> [Tab] {
    var column = 1
    return views.map { view in
      let text = label(view)
      defer { column += text.width + 2 }
      return Tab(view: view, label: text, columns: column..<column + text.width)
    }
  }

  func drawTabs(on frame: inout Frame) {
    let tabs = tabs(in: frame.size.columns)
    for tab in tabs {
      frame.write(
        tab.label, row: 1, column: tab.columns.lowerBound,
        style: tab.view == view ? .accent.selected : .dim)
    }
    guard let leftOut else { return }
    let start = (tabs.last?.columns.upperBound ?? 0) + 2
    let room = Region(row: 1, column: start, rows: 1, columns: frame.size.columns - start - 1)
    frame.write(
      leftOut, column: max(room.columns - leftOut.width, 0), style: .notice, in: room)
  }

  /// Why not all rows are shown, and how many are: the end is what must be read.
  private var leftOut: String? {
    guard !list.filter.isEmpty || list.isFaultsOnly else { return nil }
    let words =
      (list.isFaultsOnly ? "faults " : "") + (list.filter.isEmpty ? "" : "/\(list.filter.text)")
    return "\(words.fitted(to: 30))  \(rows.count) of \(list.all.count)"
  }
}
