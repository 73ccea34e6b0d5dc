/// A node of a tree with what hangs on it.
struct Branch {
  var item: MapItem
  var children: [Branch] = []

  /// The nodes of some branches in reading order, lines drawn before their names.
  static func items(_ branches: [Branch], indent: String = " ") -> [MapItem] {
    branches.enumerated().flatMap { index, branch in
      let isLast = index == branches.count - 1
      var item = branch.item
      item.indent = indent + (isLast ? "└─ " : "├─ ")
      return [item] + items(branch.children, indent: indent + (isLast ? "   " : "│  "))
    }
  }
}
