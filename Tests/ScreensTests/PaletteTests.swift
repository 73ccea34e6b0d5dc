import TUI
import TestKit
import Testing
import Topology
import TopologyKit

@testable import Screens

@Suite struct PaletteTests {
  private let size = Size(rows: 24, columns: 80)

  private func typing(_ text: String, _ keys: Key..., in topology: Topology = .small) -> (
    App, Effect?
  ) {
    var app = App(topology)
    var effect: Effect?
    for key in text.map({ Key.character($0) }) + keys { effect = app.press(key, size: size) }
    return (app, effect)
  }

  @Test func leadsToViewsAndThings() {
    #expect(typing(":nat", .enter).0.view == .nat)
    let (app, _) = typing(":link 31bc", .enter)
    #expect(app.view == .links)
    #expect(app.selected == .interface(InterfaceID(namespace: .host, index: 6)))
    #expect(typing(":pod api", .enter).0.selected == .namespace(.pod(2)))
    #expect(typing(":mynet", .enter).0.view == .ipam)
  }

  @Test func doesWhatKeysDo() {
    #expect(typing(":only what is wrong", .enter).0.list.isFaultsOnly)
    #expect(typing(":quit", .enter).1 == .quit)
    #expect(typing(":theme beamer", .enter).1 == .setTheme(.beamer))
  }

  @Test func completesAndChooses() {
    let (app, _) = typing(":theme", .down, .tab)
    #expect(app.prompt.palette?.editor.text == "theme light")
    #expect(typing(":export", .up).0.prompt.palette?.entry?.words == "export mermaid")
    #expect(typing(":zzz", .enter).1 == nil)
    #expect(typing(":nat", .escape).0.view == .pods)
    #expect(typing(":nat", .escape).0.prompt.palette == nil)
  }

  @Test func findsAmongFiveHundredPods() {
    #expect(typing(":pod 477", .enter, in: .large(pods: 500)).0.selected == .namespace(.pod(477)))
  }

  @Test func showsWhatItFinds() throws {
    try expectSnapshot(typing(":th").0.frame(size), "palette")
    for rows in [10, 11, 24] {
      let size = Size(rows: rows, columns: 40)
      #expect(typing(":").0.frame(size).text.contains("Commands"))
    }
  }

  @Test func exportsWhatIsShown() throws {
    let (_, effect) = typing("x", .enter)
    guard case .save(let name, let bytes) = effect else {
      Issue.record("no file")
      return
    }
    #expect(name == "cnitop-pods-140211.txt")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("POD"))
    #expect(text.contains("default/web-7d9"))
  }

  @Test(arguments: [("json", "{"), ("dot", "graph"), ("mermaid", "flowchart")])
  func exports(_ format: String, _ beginning: String) throws {
    guard case .save(_, let bytes) = typing("x\(format)", .enter).1 else {
      Issue.record("no file")
      return
    }
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(beginning))
  }

  @Test func saysWhatCameOfIt() {
    var app = typing("").0
    app.say("wrote it")
    #expect(app.frame(size).text.hasSuffix(" wrote it"))
    _ = app.press("j", size: size)
    #expect(!app.frame(size).text.contains("wrote it"))
  }
}
