import CCurses
import TUI

/// Tells the second click of two from a single one.
struct ClickDecoder {
  private var last: (mouse: Mouse, at: ContinuousClock.Instant)?
  private static let interval = Duration.milliseconds(400)

  mutating func mouse(
    _ event: ccurses_mouse_event, at now: ContinuousClock.Instant = .now
  ) -> Mouse? {
    let (row, column) = (Int(event.row), Int(event.column))
    switch Int(event.action) {
    case CCURSES_PRESS: return press(Mouse(.press, row: row, column: column), at: now)
    case CCURSES_RELEASE: return Mouse(.release, row: row, column: column)
    case CCURSES_WHEEL_UP: return Mouse(.wheelUp, row: row, column: column)
    case CCURSES_WHEEL_DOWN: return Mouse(.wheelDown, row: row, column: column)
    default: return nil
    }
  }

  private mutating func press(_ mouse: Mouse, at now: ContinuousClock.Instant) -> Mouse {
    if let last, last.mouse == mouse, last.at.duration(to: now) < Self.interval {
      self.last = nil
      return Mouse(.doubleClick, row: mouse.row, column: mouse.column)
    }
    last = (mouse, now)
    return mouse
  }
}
