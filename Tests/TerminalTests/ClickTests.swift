import CCurses
import TUI
import Testing

@testable import Terminal

@Suite struct ClickTests {
  private let start = ContinuousClock.now

  @Test func twoPressesOnACellAreADoubleClick() {
    #expect(actions((0, 3, 4), (399, 3, 4)) == [.press, .doubleClick])
  }

  @Test func aThirdPressBeginsAnew() {
    #expect(
      actions((0, 3, 4), (100, 3, 4), (200, 3, 4), (300, 3, 4))
        == [.press, .doubleClick, .press, .doubleClick])
  }

  @Test func twoSlowPressesAreTwo() {
    #expect(actions((0, 3, 4), (400, 3, 4), (799, 3, 4)) == [.press, .press, .doubleClick])
  }

  @Test func pressesOnTwoCellsAreTwo() {
    #expect(actions((0, 3, 4), (10, 3, 5), (20, 4, 5)) == [.press, .press, .press])
  }

  @Test func whatComesBetweenDoesNotCount() {
    var clicks = ClickDecoder()
    var seen: [Mouse.Action?] = []
    for action in [
      CCURSES_PRESS, CCURSES_RELEASE, CCURSES_WHEEL_UP, CCURSES_WHEEL_DOWN, CCURSES_PRESS,
    ] {
      seen.append(clicks.mouse(event(action, 1, 2), at: start)?.action)
    }
    #expect(seen == [.press, .release, .wheelUp, .wheelDown, .doubleClick])
  }

  @Test(arguments: [-1, 0, 5, 99]) func whatNobodyKnowsIsNothing(action: Int) {
    var clicks = ClickDecoder()
    #expect(clicks.mouse(event(action, 1, 2), at: start) == nil)
  }

  @Test func saysWhere() {
    var clicks = ClickDecoder()
    #expect(
      clicks.mouse(event(CCURSES_WHEEL_UP, 7, 9), at: start) == Mouse(.wheelUp, row: 7, column: 9))
  }

  /// Presses so many milliseconds after the start, on a row and a column.
  private func actions(_ presses: (Int, Int, Int)...) -> [Mouse.Action?] {
    var clicks = ClickDecoder()
    return presses.map { milliseconds, row, column in
      clicks.mouse(event(CCURSES_PRESS, row, column), at: start + .milliseconds(milliseconds))?
        .action
    }
  }

  private func event(_ action: Int, _ row: Int, _ column: Int) -> ccurses_mouse_event {
    ccurses_mouse_event(action: .init(action), row: .init(row), column: .init(column))
  }
}
