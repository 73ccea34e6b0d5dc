import Cells
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
}
