import TUI
import Topology

extension App {
  /// What comes before what: amounts by size, texts naturally.
  func order(_ sort: Table<Row>.Sort) -> (Row, Row) -> Bool {
    let (column, amount) = (columns[sort.column], view.listing(self).amounts[sort.column])
    return { [shown] left, right in
      let (left, right) = sort.isAscending ? (left, right) : (right, left)
      if let amount { return amount(left, shown) < amount(right, shown) }
      return column.sortText(left).precedesNaturally(column.sortText(right))
    }
  }

  /// The columns of the view on screen.
  var columns: [Column<Row>] { view.listing(self).columns(shown) }
}
