import TUI
import Testing
import Topology
import TopologyKit

@testable import Screens

/// Text that comes all at once, as the terminal gives it.
@Suite struct PasteTests {
  private let size = Size(rows: 24, columns: 80)
  private let long = String(repeating: "abcdefghij ", count: 9300)

  private func typing(_ text: String, after key: Key) -> App {
    var app = App(.small)
    #expect(!app.isTyping)
    _ = app.press(key, size: size)
    #expect(app.isTyping)
    app.type(text)
    return app
  }

  @Test func goesIntoTheFilterAsAWhole() {
    let app = typing(long, after: "/")
    #expect(app.list.filter.text == long)
    #expect(app.rows.isEmpty)
    #expect(app.frame(size).text.hasSuffix("fghij abcdefghij"))
  }

  @Test func goesIntoThePaletteAsAWhole() {
    let app = typing(long, after: ":")
    #expect(app.prompt.palette?.editor.text == long)
    #expect(app.prompt.palette?.found.isEmpty == true)
  }

  @Test func namesANewNamespace() {
    var app = App(.small)
    app.view = .wire
    app.wire = .name(network: "mynet", LineEditor("gr"))
    #expect(app.isTyping)
    app.type("een")
    guard case .name(_, let editor) = app.wire, editor.text == "green" else {
      Issue.record("it was not typed")
      return
    }
  }

  @Test func doesWhatItsKeysDoOneByOne() {
    for (key, text) in [("/", "we b"), (":", "nat")] as [(Key, String)] {
      var one = App(.small)
      _ = one.press(key, size: size)
      for character in text { _ = one.press(.character(character), size: size) }
      #expect(typing(text, after: key).frame(size) == one.frame(size))
    }
  }
}
