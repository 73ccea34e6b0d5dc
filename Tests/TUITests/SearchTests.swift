import TUI
import Testing

@Suite struct SearchTests {
  @Test(arguments: [
    ("default/web-7d9", "web", true), ("web", "web", true), ("web", "webs", false),
    ("aab", "ab", true), ("", "a", false), ("", "", true), ("abc", "", true), ("naïve", "ï", true),
    ("abcabd", "abd", true),
  ])
  func findsBytes(_ text: String, _ needle: String, _ isThere: Bool) {
    #expect(text.containsBytes(of: needle) == isThere)
  }
}
