import LabKit
import Quoting
import Testing

@Suite struct ShellWordTests {
  @Test(arguments: [
    ("cni-8f3a", "cni-8f3a"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("$(id)", "'$(id)'"),
    ("", "''"), ("a;b", "'a;b'"), ("\u{e9}", "'\u{e9}'"), ("=ls", "'=ls'"), ("a=b", "a=b"),
    ("a\u{1b}[m\n", #""$(printf 'a\033[m')"$'\n'"#),
    ("a'\u{301}%", #""$(printf 'a\047\314\201%%')""#),
    ("-\n!", #""$(printf '\055\012\041')""#),
  ])
  func quotesForAShell(word: String, quoted: String) {
    #expect(word.shellWord.scalars == quoted.scalars)
  }

  @Test func bashReadsWhatWasWritten() throws {
    #expect(try read(Hostile.all, by: "bash") == Hostile.all.map(\.scalars))
  }

  /// A POSIX shell has no way to write a word that ends with a line feed on one line.
  @Test func aPOSIXShellDoesToo() throws {
    let names = Hostile.all.filter { $0.unicodeScalars.last != "\n" }
    #expect(try read(names, by: "sh") == names.map(\.scalars))
  }

  @Test func wordsInWordsAreReadTwice() throws {
    let names = Hostile.all.filter { $0.unicodeScalars.last != "\n" }
    let inner = names.map { "sh -c \("printf '%s\\0' \($0.shellWord)".shellWord)" }
    let read = try Command("bash", "-c", inner.joined(separator: "\n"), within: 60)
    #expect(read.output.words == names.map(\.scalars))
  }

  /// So a command may be cleaned, shown and copied, and is still the same.
  @Test func nothingInAWordIsObeyedOrHiddenByATerminal() {
    for name in Hostile.all {
      #expect(name.shellWord.cleaned.scalars == name.shellWord.scalars)
      #expect(!name.shellWord.unicodeScalars.contains("\n"))
    }
  }

  private func read(_ names: [String], by shell: String) throws -> [[Unicode.Scalar]] {
    let script = #"printf '%s\0' "# + names.map(\.shellWord).joined(separator: " ")
    return try Command(shell, "-c", script).output.words
  }
}

extension String {
  /// What ends with a NUL each.
  fileprivate var words: [[Unicode.Scalar]] {
    unicodeScalars.split(separator: "\0", omittingEmptySubsequences: false).dropLast().map(
      Array.init)
  }
}
