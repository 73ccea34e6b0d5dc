import Quoting
import TUI
import Testing

@Suite struct WidthTests {
  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("網路", 4), ("🐳", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2),
    ("■▲…", 3), ("\u{1b}", 1), ("", 0),
  ])
  func knowsTheWidth(_ text: String, _ width: Int) {
    #expect(text.width == width)
  }

  @Test func cleaningChangesNoWidth() {
    for value in stride(from: UInt32(0), to: 0x30000, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "x\(scalar)y"
      #expect(text.cleaned.width == text.width)
    }
    #expect(("a" + String(repeating: "\u{301}", count: 50)).width > 1)
  }

  @Test func fitsAndPadsByColumns() {
    #expect("網路interface".fitted(to: 4) == "網…")
    #expect("網路".padded(to: 6) == "網路  ")
    #expect("87".padded(to: 4, .right) == "  87")
    #expect("abc".fitted(to: 0) == "")
    #expect("abc".fitted(to: 1) == "…")
  }

  @Test func wrapsBetweenWordsAndBreaksOnlyWhatIsTooLong() {
    #expect("one two three".wrapped(to: 7) == ["one two", "three"])
    #expect("8f3a41c2d9 eth0".wrapped(to: 6) == ["8f3a41", "c2d9", "eth0"])
    #expect("".wrapped(to: 5) == [""])
  }
}
