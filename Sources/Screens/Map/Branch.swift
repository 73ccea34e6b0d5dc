/// A row with what hangs on it.
struct Branch {
  var row: Row
  var children: [Branch] = []

  /// The rows of some branches in reading order, lines drawn before their names.
  static func rows(_ branches: [Branch], indent: String = " ") -> [Row] {
    branches.enumerated().flatMap { index, branch in
      let isLast = index == branches.count - 1
      var row = branch.row
      row.cells[0] = indent + (isLast ? "└─ " : "├─ ") + (row.cells.first ?? "")
      return [row] + rows(branch.children, indent: indent + (isLast ? "   " : "│  "))
    }
  }
}
