import TUI
import Testing

@Suite struct LineEditorTests {
  private func editor(_ text: String, _ keys: Key...) -> LineEditor {
    var editor = LineEditor(text)
    for key in keys { _ = editor.press(key) }
    return editor
  }

  @Test func insertsAndDeletesAtTheCursor() {
    #expect(editor("ac", .left, "b").text == "abc")
    #expect(editor("abc", .left, .backspace).text == "ac")
    #expect(editor("abc", .home, .delete, .delete, .delete, .delete).text == "")
    #expect(editor("abc", .home, .backspace).text == "abc")
  }

  @Test func deletesWordsAndLines() {
    #expect(editor("one two ", .control("w")).text == "one ")
    #expect(editor("one two", .control("u")).text == "")
    #expect(editor("one two", .home, .right, .control("k")).text == "o")
  }

  @Test func countsCharactersNotBytes() {
    var editor = editor("網", "e", "\u{301}")
    #expect(editor.text == "網é")
    #expect(editor.cursor == 2)
    _ = editor.press(.backspace)
    #expect(editor.text == "網")
  }

  @Test func recallsEarlierLinesAndComesBack() {
    var editor = LineEditor("web")
    let accepted = editor.accept()
    #expect(accepted == "web")
    for key: Key in ["x", .up] { _ = editor.press(key) }
    #expect(editor.text == "web")
    for key: Key in [.up, .down] { _ = editor.press(key) }
    #expect(editor.text == "x")
  }

  @Test func leavesOtherKeysToOthers() {
    var editor = LineEditor("web")
    for key: Key in [.escape, .tab, .enter] {
      let isUsed = editor.press(key)
      #expect(!isUsed)
    }
    #expect(editor == LineEditor("web"))
  }

  @Test func takesInTextAtTheCursor() {
    var editor = editor("ad", .left)
    editor.insert("bc")
    #expect(editor.text == "abcd")
    #expect(editor.cursor == 3)
    _ = editor.press(.end)
    #expect(editor.cursor == 4)
  }

  @Test(arguments: [0, 1, 2, 7, 40])
  func showsTheCursorOfALineOfAnyLength(_ columns: Int) {
    for text in [
      "", "short", String(repeating: "網é\u{301}", count: 50_000),
      "e" + String(repeating: "\u{301}", count: 999),
    ] {
      for key: Key in [.home, .end, .left] {
        var frame = Frame(Size(rows: 1, columns: columns))
        editor(text, .end, key).draw(on: &frame, in: frame.region, prompt: "")
        let selected = (0..<columns).count { frame[0, $0].style == Style(.plain).selected }
        #expect(columns == 0 || (1...2).contains(selected))
      }
    }
  }
}
