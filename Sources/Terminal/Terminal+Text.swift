import CCurses
import TUI

extension Terminal {
  /// A character that was read, with all that follow it at once. Where there are several, it is a paste, and
  /// the rest of it is waited for.
  ///
  /// What is read so is lost to whoever reads the terminal next; do it only while a line is typed.
  public mutating func text(after first: Character) -> String {
    var text = String(first)
    var isPaste = false
    repeat {
      while let code = nextCodeOfMany() {
        guard case .character(let next)? = Key(code: code) else {
          pending.append(code)
          return text
        }
        isPaste = true
        text.append(next)
      }
    } while isPaste && text.utf8.count < Self.longestPaste && ccurses_wait_for_key(Self.pasteGap)
    return text
  }

  private mutating func nextCodeOfMany() -> Int32? {
    ccurses_read_ahead()
    return nextCode()
  }

  /// In bytes; what is longer comes in several texts.
  private static let longestPaste = 1 << 20
  /// Milliseconds that a terminal may be silent within a paste.
  private static let pasteGap: Int32 = 5
}
