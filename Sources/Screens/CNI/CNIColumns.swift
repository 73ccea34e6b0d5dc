import TUI

extension App {
  var cniColumns: [Column<Row>] {
    [
      cell("NAME", 0, width: 24, minimum: 20, maximum: 44, priority: 9),
      cell("STATE", 1, width: 16, minimum: 16, maximum: 22, priority: 8),
      cell("SAYS", 2, width: 44, minimum: 24, maximum: 200, priority: 7),
    ]
  }
}
