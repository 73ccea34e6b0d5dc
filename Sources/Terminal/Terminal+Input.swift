import CCurses
import TUI

#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Terminal {
  /// Waits for the next input, as long as `duration` (forever if `nil`); `nil` if there was none.
  ///
  /// `wake` is a descriptor that another thread makes readable to have this return `.woken`.
  public mutating func wait(for duration: Duration? = nil, wake: Int32? = nil) -> Input? {
    let end = duration.map { ContinuousClock.now + $0 }
    while true {
      if let input = signal() ?? typed() { return input }
      let left = end.map { Self.milliseconds(until: $0) } ?? -1
      let ready = Int(ccurses_wait(wake ?? -1, left))
      if ready & CCURSES_SIGNAL_READY != 0 { continue }
      if ready & CCURSES_HUNG_UP != 0 { return .ended(signal: SIGHUP) }
      if ready & CCURSES_KEY_READY != 0, let input = typed() { return input }
      if ready & CCURSES_WAKE_READY != 0 { return .woken }
      if ready == 0, left == 0 { return nil }
    }
  }

  /// Rounded up, so that the last wait is not a busy one.
  private static func milliseconds(until end: ContinuousClock.Instant) -> Int32 {
    let left = ContinuousClock.now.duration(to: end)
    guard left > .zero else { return 0 }
    return Int32(clamping: Int64((left / .milliseconds(1)).rounded(.up)))
  }

  private mutating func signal() -> Input? {
    while true {
      switch ccurses_signal() {
      case 0: return nil
      case SIGWINCH:
        ccurses_resize()
        repaint()
        return .resized(size)
      case SIGTSTP:
        ccurses_suspend()
        repaint()
        return .resumed
      case SIGCONT:
        ccurses_resume()
        repaint()
        return .resumed
      case let signal: return .ended(signal: signal)
      }
    }
  }

  private mutating func typed() -> Input? {
    while let code = nextCode() {
      if code == Int32(CCURSES_MOUSE) {
        if let mouse = clicks.mouse(ccurses_mouse_read()) { return .mouse(mouse) }
      } else if code == 27 {
        if let key = afterEscape() { return .key(key) }
      } else if let key = Key(code: code) {
        return .key(key)
      }
    }
    return nil
  }

  mutating func nextCode() -> Int32? {
    if let code = pending.popLast() { return code }
    let code = ccurses_key()
    return code == -1 ? nil : code
  }

  /// Escape alone, Alt with a character, or a sequence that terminfo does not know, which is skipped.
  private mutating func afterEscape() -> Key? {
    guard let code = nextCode() else { return .escape }
    if code == Int32(UInt8(ascii: "[")) || code == Int32(UInt8(ascii: "O")) {
      return skipSequence(code)
    }
    guard case .character(let character)? = Key(code: code) else {
      pending.append(code)
      return .escape
    }
    return .alt(character)
  }

  private mutating func skipSequence(_ introducer: Int32) -> Key? {
    guard var code = nextCode() else {
      return .alt(introducer == Int32(UInt8(ascii: "[")) ? "[" : "O")
    }
    while !(0x40...0x7e).contains(code), let next = nextCode() { code = next }
    return nil
  }
}
