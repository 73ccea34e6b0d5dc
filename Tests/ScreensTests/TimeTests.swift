import TUI
import Export
import TestKit
import Testing
import Topology
import TopologyKit

@testable import Screens

@Suite struct TimeTests {
  private let size = Size(rows: 36, columns: 120)
  private let whole = Topology.small
  private var lost: Topology { whole.without(.pod(1)) }

  /// A pod that went 20 seconds ago, and a link that went down since.
  private var app: App {
    let start = whole.takenAt
    var app = App(.nothing)
    app.see(topology: whole, at: start)
    let pod = RemovedNamespace(
      name: "default/web-7d9", addresses: [ip("10.22.0.2")], leases: [ip("10.22.0.2")])
    let gone = Change(at: start + 5, .namespaceRemoved(pod), namespace: .pod(1), count: 5)
    app.see(topology: lost, changes: [gone], at: start + 5)
    let down = Change(at: start + 15, link(to: .down), namespace: .host)
    app.see(topology: lost, changes: [down], at: start + 15)
    app.see(at: start + 25)
    return app
  }

  private func link(to state: Interface.OperationalState) -> Change.Event {
    let before = Interface(id: InterfaceID(namespace: .host, index: 3), name: "cni0")
    var after = before
    after.state = state
    return .link(.changed(from: LinkFacts(before), to: LinkFacts(after)))
  }

  private func pressing(_ keys: Key...) -> App {
    var app = app
    for key in keys { _ = app.press(key, size: size) }
    return app
  }

  @Test func theWholeScreenGoesBackAndForth() {
    #expect(pressing("<").shown.topology == lost)
    let past = pressing("<", "<")
    #expect(past.shown.topology == whole)
    #expect(past.frame(size).text.contains("◀◀ 14:02:11 (25s ago)"))
    #expect(past.frame(size).text.contains("default/web-7d9"))
    #expect(pressing("<", "<", "<").shown.topology == whole)
    #expect(!pressing("<", "<", ">").time.isLive)
    #expect(pressing("<", "<", ">", ">").time.isLive)
    #expect(pressing("<", "<", .end).time.isLive)
  }

  @Test func whatWentWithAStepIsMarked() {
    let text = pressing("2", "<").frame(size).text
    #expect(text.contains("✗ default/web-7d9"))
  }

  @Test func theNodeGoesOnWhileAPersonIsInThePast() {
    var app = pressing("2", "<", "<")
    app.see(topology: .empty, at: whole.takenAt + 30)
    #expect(app.shown.topology == whole)
    _ = app.press(.end, size: size)
    #expect(app.shown.topology == .empty)
  }

  @Test func fromAFrozenScreenThePastIsNear() {
    let app = pressing(" ", "<")
    #expect(app.shown.topology == lost)
    #expect(pressing(" ", " ").time.isLive)
  }

  @Test func anEventLeadsToItsMomentAndToItsPod() {
    #expect(pressing("6", "j", "v").shown.topology == lost)
    let app = pressing("6", "j", "o")
    #expect(app.shown.topology == whole)
    #expect(app.selected == .namespace(.pod(1)))
  }

  @Test func selectionFollowsTime() {
    #expect(pressing("6", "<").copiedName == "default/web-7d9")
  }

  @Test func momentsAreBounded() {
    var app = app
    for step in 0..<1000 {
      let change = Change(at: whole.takenAt, .notice("\(step)"))
      app.see(topology: lost, changes: [change, change], at: whole.takenAt + Int64(step))
    }
    #expect(app.time.history.moments.count == 400)
    #expect(app.time.history.events.count == 1000)
    #expect(app.time.history.event(0) == nil)
    #expect(app.time.history.events.last?.number == 2001)
  }

  @Test(arguments: AppTests.sizes)
  func showsEvents(_ size: Size) throws {
    var app = pressing("6", "j")
    try expectSnapshot(app.frame(size), "EventsLive-\(size.columns)x\(size.rows)")
    _ = app.press("v", size: size)
    try expectSnapshot(app.frame(size), "EventsPast-\(size.columns)x\(size.rows)")
  }
}

func + (start: Timestamp, seconds: Int64) -> Timestamp {
  Timestamp(seconds: start.seconds + seconds)
}
