import TUI
import Testing

@Suite struct CleanTextTests {
  @Test func showsControlsAsPictures() {
    #expect("a\u{1b}[2Jb\u{7f}\n".cleaned == "a␛[2Jb␡␊")
  }

  @Test(arguments: [
    "\u{9b}", "\u{202e}", "\u{200b}", "\u{200d}", "\u{2066}", "\u{feff}", "\u{e000}", "\u{2028}",
    "\u{fe0f}", "\u{a0}", "\u{e0041}",
  ])
  func showsWhatWouldBeInvisibleAsADot(_ text: String) {
    #expect("a\(text)b".cleaned == "a·b")
  }

  @Test func showsWhatIsNoUnicodeAsAQuestion() {
    #expect(String(decoding: [0x61, 0xff, 0x62], as: UTF8.self).cleaned == "a?b")
  }

  @Test func leavesOrdinaryTextAlone() {
    for text in ["web-7d9", "größe", "網路", "日本", "e\u{301}", "→ ⇄ ■", "🐳"] {
      #expect(text.cleaned == text)
    }
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("網路", 4), ("🐳", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2),
    ("■▲…", 3), ("\u{1b}", 1), ("", 0),
  ])
  func knowsTheWidth(_ text: String, _ width: Int) {
    #expect(text.width == width)
  }

  @Test func boundsTheMarksOnACharacter() {
    let piled = "a" + String(repeating: "\u{301}", count: 50)
    #expect(piled.cleaned.unicodeScalars.count { $0 == "\u{301}" } <= 47)
    #expect(piled.width > 1)
    #expect(piled.cleaned.allSatisfy { $0.unicodeScalars.count <= 4 })
  }

  @Test func showsAMarkThatHasNothingToJoin() {
    #expect("\u{301}a".cleaned == "·a")
  }

  @Test func cleaningTwiceChangesNothing() {
    for value in stride(from: UInt32(0), to: 0x30000, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = "x\(scalar)y".cleaned
      #expect(once.cleaned == once)
      #expect(once.width == "x\(scalar)y".width)
    }
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
