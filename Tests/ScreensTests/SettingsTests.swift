import TUI
import Testing
import Topology
import TopologyKit

@testable import Screens

@Suite struct SettingsTests {
  private let size = Size(rows: 24, columns: 80)

  @Test func areWrittenAndReadAgain() {
    var settings = Settings()
    settings.theme = .beamer
    settings.takesMouse = false
    settings.prefersTree = true
    settings.view = .nat
    #expect(Settings(text: settings.text) == settings)
    #expect(Settings(text: Settings().text) == Settings())
  }

  @Test func survivesNonsense() {
    let text = "theme = \"pink\"\nview = 7\n====\n\u{1b}[2J\nmouse=false\nfuture = { a = 1 }"
    var expected = Settings()
    expected.takesMouse = false
    #expect(Settings(text: text) == expected)
  }

  @Test func followWhatIsPressed() {
    var app = App(.small, settings: Settings(text: "view = \"Map\""))
    #expect(app.view == .map)
    for key in ["t", "m", "g", "5"] as [Key] { _ = app.press(key, size: size) }
    let settings = app.settings
    #expect(settings.theme == .light)
    #expect(!settings.takesMouse)
    #expect(settings.prefersTree)
    #expect(settings.view == .nat)
  }
}
