public import TUI

extension App {
  /// Does what the mouse asks on a screen of this size; what it cannot do itself is returned. While
  /// something is asked or typed, only keys answer.
  @discardableResult
  public mutating func click(_ mouse: Mouse, size: Size) -> Effect? {
    guard prompt.question == nil, prompt.palette == nil, prompt.editor == nil else { return nil }
    switch mouse.action {
    case .wheelUp: return perform(.move(-1), size: size)
    case .wheelDown: return perform(.move(1), size: size)
    case .doubleClick: return press(.enter, size: size)
    case .press:
      if let tab = tabs(in: size.columns).first(where: { $0.isAt(mouse) }) {
        show(tab.view)
      } else {
        press(at: mouse, Layout(self, size))
      }
    case .release: break
    }
    return nil
  }

  private mutating func press(at mouse: Mouse, _ layout: Layout) {
    if let plan = view.picture?(self, layout) {
      choose(plan.rowID(at: mouse))
    } else if let area = layout.list, let index = table.row(at: mouse, in: area) {
      grid.isActive = false
      select(index)
    } else if let area = layout.pane,
      let index = markGrid?.index(at: mouse, in: area.inset(top: 3, left: 1))
    {
      grid.isActive = true
      grid.cell = grid.cell / 256 * 256 + index
    }
  }
}

extension App.Tab {
  fileprivate func isAt(_ mouse: Mouse) -> Bool { mouse.row == 1 && columns.contains(mouse.column) }
}
