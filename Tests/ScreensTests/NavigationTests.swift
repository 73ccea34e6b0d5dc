import Addressing
import Export
import TUI
import Testing
import Topology
import TopologyKit

@testable import Screens

@Suite struct NavigationTests {
  private let size = Size(rows: 24, columns: 80)

  private func app(_ topology: Topology = .small, _ keys: Key...) -> App {
    var app = App(topology)
    for key in keys { _ = app.press(key, size: size) }
    return app
  }

  @Test func aPageIsAsHighAsTheTable() {
    let app = app(.large(pods: 500), .pageDown)
    #expect(app.position > 10)
    #expect(app.position < 24)
    #expect(self.app(.large(pods: 500), .pageDown, .pageUp).position == 0)
  }

  @Test func aLeaseLeadsToItsRuleAndThatToItsPod() {
    var app = app(.small, "4", .tab, "l", "l", "o")
    #expect(app.view == .nat)
    let pod = app.row?.namespace
    _ = app.press("o", size: size)
    #expect(app.view == .pods)
    #expect(app.selected == pod.map(RowID.namespace))
  }

  @Test func asksWhichPodsARuleFits() {
    var app = app(.small, "4", .tab, "l", "l", "o")
    guard case .rule(let id) = app.selected else {
      Issue.record("no rule is selected")
      return
    }
    let pods = Array(app.shown.topology.otherNamespaces)
    #expect(app.press("P", size: size) == .fit(id, pods: pods))
  }

  @Test func aPodWithoutItsMasqueradeIsAFault() throws {
    var topology = Topology.small
    #expect(topology.missingMasquerades.allSatisfy { $0.address.family == .v6 })
    #expect(topology.missingMasquerades.count == 3)
    topology.firewall.tables = []
    let app = app(topology, "5", "z")
    #expect(topology.missingMasquerades.count == 6)
    #expect(app.rows.count == 6)
    #expect(app.frame(size).text.contains("✗ no rule for it"))
  }

  @Test func whatCouldNotBeReadIsNotMissing() {
    var topology = Topology.small
    topology.firewall = Firewall(tables: [], isComplete: false)
    #expect(topology.missingMasquerades.isEmpty)
  }

  @Test func numbersInNamesCountAsNumbers() {
    #expect("web-9".precedesNaturally("web-10"))
    #expect(!"web-10".precedesNaturally("web-9"))
    #expect("web".precedesNaturally("web-1"))
    #expect("web-0a".precedesNaturally("web-0b"))
    #expect("web-010".precedesNaturally("web-11"))
    #expect("1-web".precedesNaturally("web"))
    #expect(!"web".precedesNaturally("web"))
  }

  @Test func whatTheKernelAlwaysDoesIsNoEvent() {
    var app = app()
    let at = Topology.small.takenAt
    let eth0 = InterfaceReference(InterfaceID(namespace: .host, index: 2), name: "eth0")
    func added(_ text: String) -> Change {
      Change(at: at, .address(.added(.init(prefix: prefix(text))), on: eth0))
    }
    let (routine, telling) = (added("fe80::1/64"), added("10.0.0.1/8"))
    app.see(changes: [routine, telling], at: at)
    #expect(app.time.history.events.map(\.change) == [telling])
  }

  @Test func agesGoOnWithoutNewsOfTheNode() throws {
    var app = app(.small)
    let wide = Size(rows: 24, columns: 200)
    let before = app.frame(wide).text
    app.see(at: Timestamp(seconds: Topology.small.takenAt.seconds + 90_000))
    #expect(app.frame(wide).text != before)
  }
}
