import TUI
import Topology

/// A column of a view: its heading, its width, and what it draws of an item.
struct ListColumn<Item>: Sendable {
  let title: String
  private let width: Int
  private let minimum: Int?
  private let maximum: Int?
  private let alignment: Alignment
  private let priority: Int
  /// What it says of an item, as the node was read.
  let text: @Sendable (Item) -> String
  /// What it draws in place of that, from second to second.
  let live: LiveCell?

  /// `minimum` and `maximum` are `width` unless said otherwise; columns of low priority vanish first
  /// where the screen is narrow.
  init(
    _ title: String, width: Int, minimum: Int? = nil, maximum: Int? = nil,
    alignment: Alignment = .left, priority: Int, live: LiveCell? = nil,
    text: @escaping @Sendable (Item) -> String
  ) {
    self.title = title
    self.width = width
    self.minimum = minimum
    self.maximum = maximum
    self.alignment = alignment
    self.priority = priority
    self.text = text
    self.live = live
  }

  /// A column of what changes all the time, mostly numbers.
  static func live(
    _ title: String, width: Int, alignment: Alignment = .right, priority: Int, _ live: LiveCell
  ) -> Self {
    Self(title, width: width, alignment: alignment, priority: priority, live: live) { _ in "" }
  }

  /// The column as it draws the rows of a node at some time. The first one has the sign of what came or
  /// went a moment ago.
  func drawn(at index: Int, of shown: App.ShownState) -> Column<Row> {
    let (live, marks) = (live, shown.marks)
    return Column(
      title, width: width, minimum: minimum, maximum: maximum, alignment: alignment,
      priority: priority, style: { live?.style ?? marks.style(of: $0) },
      text: { row in
        if let text = live?.text(row, shown) { return text }
        return index == 0 ? marks.title(of: row) : row.cells[index]
      })
  }
}
