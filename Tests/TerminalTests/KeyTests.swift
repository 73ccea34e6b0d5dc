import CCurses
import TUI
import Testing

@testable import Terminal

/// What curses reads, as a key. The numbers are those of ncurses (`KEY_DOWN` and so on).
@Suite struct KeyTests {
  @Test(
    arguments: [
      (9, .tab), (10, .enter), (13, .enter), (27, .escape), (8, .backspace), (127, .backspace),
      (1, .control("a")), (12, .control("l")), (26, .control("z")), (32, .character(" ")),
      (0x6d, .character("m")), (0xe9, .character("é")), (0x7db2, .character("網")),
      (0x1f433, .character("🐳")),
    ] as [(Int32, Key)]) func readsCharacters(code: Int32, key: Key)
  {
    #expect(Key(code: code) == key)
  }

  @Test(
    arguments: [
      (0o402, .down), (0o403, .up), (0o404, .left), (0o405, .right), (0o406, .home),
      (0o407, .backspace), (0o411, .function(1)), (0o424, .function(12)), (0o512, .delete),
      (0o513, .insert), (0o522, .pageDown), (0o523, .pageUp), (0o527, .enter), (0o541, .backTab),
      (0o550, .end),
    ] as [(Int32, Key)]) func readsFunctionKeys(number: Int32, key: Key)
  {
    #expect(Key(code: Int32(CCURSES_KEY) + number) == key)
  }

  @Test(arguments: [-1, 0, 28, 31, 0xd800, 0xdfff]) func meansNothing(code: Int32) {
    #expect(Key(code: code) == nil)
  }

  @Test(arguments: [0, 0o401, 0o410, 0o425, 0o551, 0o777]) func meansNothing(number: Int32) {
    #expect(Key(code: Int32(CCURSES_KEY) + number) == nil)
  }

  /// A character is itself, and no two codes are the same control key.
  @Test func everyCodeIsAKeyOrNone() {
    var controls: Set<Key> = []
    for code in Int32(-64)...Int32(CCURSES_MOUSE) + 64 {
      switch Key(code: code) {
      case .character(let character)?:
        #expect(character.unicodeScalars.map { Int32($0.value) } == [code])
      case .control(let letter)?:
        #expect(controls.insert(.control(letter)).inserted)
        #expect(letter.isLowercase)
      case _: continue
      }
    }
    #expect(controls.count == 26 - 4)  // Tab, Enter twice and Backspace have names of their own.
  }
}
