import CCurses
import TUI

extension Key {
  /// Reads what `ccurses_key` returns; `nil` for keys that mean nothing here.
  init?(code: Int32) {
    if code >= Int32(CCURSES_KEY) {
      self.init(function: code - Int32(CCURSES_KEY))
      return
    }
    switch code {
    case 9: self = .tab
    case 10, 13: self = .enter
    case 27: self = .escape
    case 8, 127: self = .backspace
    case 1...26:
      guard let letter = Unicode.Scalar(UInt32(code) + 0x60) else { return nil }
      self = .control(Character(letter))
    case 32...:
      guard let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
      self = .character(Character(scalar))
    default: return nil
    }
  }

  private init?(function number: Int32) {
    switch number {
    case 0o402: self = .down  // KEY_DOWN
    case 0o403: self = .up  // KEY_UP
    case 0o404: self = .left  // KEY_LEFT
    case 0o405: self = .right  // KEY_RIGHT
    case 0o406: self = .home  // KEY_HOME
    case 0o407: self = .backspace  // KEY_BACKSPACE
    case 0o411...0o424: self = .function(Int(number - 0o410))  // KEY_F(1) to KEY_F(12)
    case 0o512: self = .delete  // KEY_DC
    case 0o513: self = .insert  // KEY_IC
    case 0o522: self = .pageDown  // KEY_NPAGE
    case 0o523: self = .pageUp  // KEY_PPAGE
    case 0o527: self = .enter  // KEY_ENTER
    case 0o541: self = .backTab  // KEY_BTAB
    case 0o550: self = .end  // KEY_END
    default: return nil
    }
  }
}
