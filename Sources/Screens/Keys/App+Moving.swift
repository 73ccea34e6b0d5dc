import TUI

extension App {
  enum Direction: Sendable {
    case down
    case right
  }

  /// Moves the selection, or the cursor of a grid, or folds what cannot be gone across.
  mutating func move(_ direction: Direction, _ step: Int, _ size: Size) {
    if isInGrid {
      moveCell(direction == .down ? step * 16 : step)
    } else if let plan = mapPlan(size) {
      choose(plan.neighbour(of: selected, direction, step))
    } else {
      switch direction {
      case .down: select(position + step)
      case .right: fold(step > 0)
      }
    }
  }

  /// Selects what is on the screen at some place of a map.
  mutating func choose(_ rowID: RowID?) {
    guard let index = rows.firstIndex(where: { $0.id == rowID }) else { return }
    select(index)
  }

  /// Whether what hangs on it is shown.
  func isUnfolded(_ rowID: RowID) -> Bool { isFoldedAtFirst(rowID) == toggled.contains(rowID) }

  mutating func fold(_ isOpen: Bool) {
    guard let selected, isUnfolded(selected) != isOpen else { return }
    if toggled.remove(selected) == nil { toggled.insert(selected) }
    rebuild()
  }

  mutating func moveCell(_ step: Int) {
    let (sum, overflow) = cell.addingReportingOverflow(step)
    cell = min(max(overflow ? .max : sum, 0), max(cellCount - 1, 0))
  }
}
