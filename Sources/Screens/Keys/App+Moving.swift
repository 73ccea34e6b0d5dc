import TUI

extension App {
  enum Direction: Sendable {
    case down
    case right
  }

  /// Moves the selection, or the cursor of a grid, or folds what cannot be gone across.
  mutating func move(_ direction: Direction, _ step: Int, _ size: Size) {
    if grid.isActive {
      moveCell(direction == .down ? step * 16 : step)
    } else if let plan = view.picture?(self, Layout(self, size)) {
      choose(plan.neighbour(of: selected, direction, step))
    } else {
      switch direction {
      case .down: select(position + step)
      case .right: fold(step > 0)
      }
    }
  }

  /// Selects what is on the screen at some place of a map.
  mutating func choose(_ id: RowID?) {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
    select(index)
  }

  /// Whether what hangs on it is shown.
  func isUnfolded(_ id: RowID) -> Bool {
    isFoldedAtFirst(id) == selection.toggled.contains(id)
  }

  mutating func fold(_ isOpen: Bool) {
    guard let selected, isUnfolded(selected) != isOpen else { return }
    if selection.toggled.remove(selected) == nil { selection.toggled.insert(selected) }
    rebuild()
  }

  mutating func moveCell(_ step: Int) {
    let (sum, overflow) = grid.cell.addingReportingOverflow(step)
    grid.cell = min(max(overflow ? .max : sum, 0), max(cellCount - 1, 0))
  }
}
