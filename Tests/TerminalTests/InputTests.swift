import Testing

/// What the probe says it read, in a real terminal.
@Suite struct InputTests {
  @Test(arguments: [
    ("Escape", "esc"), ("Up", "↑"), ("Home", "home"), ("End", "end"), ("PageUp", "pgup"),
    ("BTab", "⇧tab"), ("Tab", "tab"), ("Enter", "↵"), ("BSpace", "bksp"), ("DC", "del"),
    ("F5", "F5"), ("F12", "F12"), ("C-r", "^R"), ("C-s", "^S"), ("M-x", "alt-x"),
  ])
  func readsKeys(_ key: String, _ name: String) throws {
    let tmux = try RestoreTests.begin()
    try tmux.press(key)
    #expect(try tmux.until("said: key \(name)"))
  }

  @Test func losesNothingOfAPaste() throws {
    let tmux = try RestoreTests.begin()
    let text = String(repeating: "0123456789é網", count: 5)
    try tmux.type(text)
    #expect(try tmux.until("ready\(text)"))
  }

  /// A text is one frame of the program, however many keys it would be.
  @Test(arguments: [("", ""), ("\u{1b}[200~", "\u{1b}[201~")])
  func takesALongPasteAtOnce(_ beginning: String, _ end: String) throws {
    let tmux = try RestoreTests.begin()
    try tmux.paste(beginning + String(repeating: "abcdefghé網", count: 10_000) + end)
    #expect(try tmux.until("said: 100000 characters in "))
    let count = try tmux.screen.firstMatch(of: /in ([0-9]+) texts/)?.1
    #expect(try #require(count.flatMap { Int($0) }) < 100)
  }

  @Test func skipsSequencesThatNobodyKnows() throws {
    let tmux = try RestoreTests.begin()
    try tmux.type("\u{1b}[99;5~x")
    #expect(try tmux.until("said: readyx\n"))
  }

  @Test func followsTheSize() throws {
    let tmux = try RestoreTests.begin()
    try tmux.resize(columns: 70, rows: 20)
    #expect(try tmux.until("said: resized 70x20"))
  }

  @Test func readsTheMouse() throws {
    let tmux = try RestoreTests.begin()
    try tmux.type("\u{1b}[M !!")
    #expect(try tmux.until("said: press 0 0"))
    try tmux.type("\u{1b}[M`%$")
    #expect(try tmux.until("said: wheelUp 3 4"))
  }
}
