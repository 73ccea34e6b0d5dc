import TUI

/// The rows of a view, and which of them are shown in which order.
struct ListState: Sendable {
  /// All rows of the view.
  var all: [Row] = []
  /// Those that are shown of them, in order.
  private(set) var rows: [Row] = []
  var filter = Filter()
  /// Only what is wrong is shown.
  var isFaultsOnly = false
  var sort: Table<Row>.Sort?

  mutating func arrange(by order: ((Row, Row) -> Bool)?) {
    rows = all.filter { (!isFaultsOnly || $0.isFault) && filter.admits($0) }
    if let order { rows = rows.sorted(by: order) }
  }
}

/// Which row is selected, and what is folded.
struct Selection: Sendable {
  var id: RowID?
  /// The place to fall back to when what was selected is gone.
  var position = 0
  /// What is folded or unfolded by hand, other than it would be.
  var toggled: Set<RowID> = []
}

/// Where a person is in the addresses of a network.
struct GridCursor: Sendable {
  /// Keys move it instead of the selection.
  var isActive = false
  /// Which of the network's ranges shows.
  var range = 0
  /// The address that it is on, as an offset into that range's subnet.
  var cell = 0
}
