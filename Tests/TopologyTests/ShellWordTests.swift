import Testing
import Topology

@Suite struct ShellWordTests {
  @Test(arguments: [
    ("cni-8f3a", "cni-8f3a"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("$(id)", "'$(id)'"),
    ("", "''"), ("a'\u{301}", "'a'\\''\u{301}'"), ("a;b", "'a;b'"), ("\u{e9}", "'\u{e9}'"),
  ])
  func quotesForAShell(word: String, quoted: String) {
    #expect(word.shellWord == quoted)
  }
}
