import TUI

/// Something that a view has a row for: its columns say what is drawn of it, its row everything else.
protocol Listed: Sendable {
  static var columns: [ListColumn<Self>] { get }
  /// Its row, but for the cells: these are what the columns say.
  var outline: Row { get }
}

extension Listed {
  var row: Row {
    var row = outline
    row.cells = Self.columns.map { $0.text(self) }
    return row
  }
}

/// The rows of a view, and the columns that they are drawn in.
struct Listing: Sendable {
  let rows: @Sendable (App) -> [Row]
  /// The columns as they draw rows of a node at some time.
  let columns: @Sendable (App.ShownState) -> [Column<Row>]
  /// What a column sorts by, where that is no text: of some row at some time.
  let amounts: [LiveCell.Amount?]

  init<Item: Listed>(_ items: @escaping @Sendable (App) -> [Item]) {
    rows = { app in items(app).map(\.row) }
    columns = { shown in
      Item.columns.enumerated().map { index, column in column.drawn(at: index, of: shown) }
    }
    amounts = Item.columns.map { $0.live?.amount }
  }
}
