import Quoting
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

  @Test func boundsTheMarksOnACharacter() {
    let piled = "a" + String(repeating: "\u{301}", count: 50)
    #expect(piled.cleaned.unicodeScalars.count { $0 == "\u{301}" } <= 47)
    #expect(piled.cleaned.allSatisfy { $0.unicodeScalars.count <= 4 })
  }

  @Test func showsAMarkThatHasNothingToJoin() {
    #expect("\u{301}a".cleaned == "·a")
  }

  @Test func cutsBetweenCharacters() {
    #expect("e\u{301}\u{1b}bc".cleaned(limit: 2) == "e\u{301}␛")
    #expect("abc".cleaned(limit: 3) == "abc")
    #expect("abc".cleaned(limit: 0) == "")
  }

  @Test func cleaningTwiceChangesNothing() {
    for value in stride(from: UInt32(0), to: 0x30000, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = "x\(scalar)y".cleaned
      #expect(once.cleaned == once)
    }
  }
}
