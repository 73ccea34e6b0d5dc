import TUI
import TestKit
import Testing
import Topology
import TopologyKit

@testable import Screens

@Suite struct MapTests {
  private let size = Size(rows: 36, columns: 120)

  private func app(_ topology: Topology = .small, _ keys: Key...) -> App {
    var app = App(topology)
    for key in ["1"] + keys { _ = app.press(key, size: size) }
    return app
  }

  @Test func boxesAreDrawnWhereTheyFit() {
    #expect(app().mapPlan(size) != nil)
    #expect(app().mapPlan(Size(rows: 12, columns: 120)) == nil)
    #expect(app(.large(pods: 500)).mapPlan(Size(rows: 100, columns: 300)) == nil)
  }

  @Test func theTreeIsOneKeyAway() throws {
    #expect(app(.small, "g").mapPlan(size) == nil)
    #expect(app(.small, "g", "g").mapPlan(size) != nil)
    try expectSnapshot(app(.small, "g").frame(size), "map-tree")
  }

  @Test func nothingOverlapsAndNothingLeavesTheScreen() throws {
    for (rows, columns) in [(24, 80), (30, 100), (36, 120), (50, 200)] {
      for topology in [Topology.small, .empty, .large(pods: 9)] {
        let size = Size(rows: rows, columns: columns)
        guard let plan = app(topology).mapPlan(size) else { continue }
        let places = plan.places.map(\.region)
        for (index, place) in places.enumerated() {
          #expect(place.row >= 2 && place.row + place.rows <= rows)
          #expect(place.column >= 0 && place.column + place.columns <= columns)
          #expect(!places[..<index].contains { $0.overlaps(place) })
        }
      }
    }
  }

  @Test func arrowsGoFromBoxToBox() {
    let first = app(.small, .home)
    #expect(first.row?.cells[0].contains("eth0") == true)
    let pod = app(.small, .home, .down, .down, .down, .down)
    #expect(pod.selected == .namespace(.pod(2)))
    #expect(app(.small, .home, .down, .down, .down, .down, .left).selected == .namespace(.pod(1)))
    #expect(app(.small, .home, .down, .down, .down, .down, .right).selected == .namespace(.pod(3)))
    #expect(app(.small, .home, .down, .down, .down, .down, .down).selected == .namespace(.pod(4)))
  }

  @Test func theMouseSelectsABox() throws {
    var app = app()
    let place = try #require(app.mapPlan(size)?.ports.last?.placed.region)
    app.click(Mouse(.press, row: place.row + 1, column: place.column + 1), size: size)
    #expect(app.selected == .namespace(.pod(3)))
  }

  @Test func theSelectionIsThatOfOtherViews() {
    var app = app(.small, .home, .down, .down, .down, .down)
    _ = app.press("2", size: size)
    #expect(app.selected == .namespace(.pod(2)))
    _ = app.press("3", size: size)
    _ = app.press("1", size: size)
    #expect(app.selected == .namespace(.pod(2)))
  }

  @Test func aPodThatGoesStaysInItsPlaceForAMoment() {
    var app = app()
    let lost = Topology.small.without(.pod(2))
    app.see(topology: lost, at: lost.takenAt)
    #expect(app.frame(size).text.contains("✗ gone"))
    app.see(at: Timestamp(seconds: lost.takenAt.seconds + 6))
    #expect(!app.frame(size).text.contains("✗ gone"))
  }

  @Test func manyPodsAreGroupedAndFolded() throws {
    let many = app(.large(pods: 500))
    #expect(many.rows.count < 40)
    let folder = try #require(many.rows.firstIndex { $0.id.isFolder })
    var app = many
    app.select(folder)
    _ = app.press(.right, size: size)
    #expect(app.rows.count > many.rows.count)
    _ = app.press(.left, size: size)
    #expect(app.rows.count == many.rows.count)
  }

  @Test func aFoldedBridgeIsATree() {
    var app = app(.small, "g")
    app.choose(.interface(InterfaceID(namespace: .host, index: 3)))
    let count = app.rows.count
    _ = app.press("h", size: size)
    #expect(app.rows.count == count - 3)
    _ = app.press("g", size: size)
    #expect(app.mapPlan(size) == nil)
  }

  @Test func overlaysAndPodsWithNoBridgeAreOnIt() throws {
    var host = try #require(Topology.small.host)
    host.interfaces.append(
      Interface(
        id: InterfaceID(namespace: .host, index: 90), name: "flannel.1", kind: "vxlan",
        details: .vxlan(VXLAN(id: 1)),
        addresses: [Interface.Address(prefix: prefix("10.244.0.0/32"))]))
    let bare = Namespace(
      id: .pod(9), label: Namespace.Label(text: "bare", source: .netns),
      interfaces: [.loopback(of: .pod(9))])
    let wired = Namespace.pod(
      8, "default", "ptp", addresses: [prefix("10.9.0.2/24")], gateway: ip("10.9.0.1"), port: 91)
    host.interfaces.append(
      Interface(
        id: InterfaceID(namespace: .host, index: 91), name: "vethptp", kind: "veth",
        peer: .end(InterfaceID(namespace: .pod(8), index: 2))))
    let node = Topology.small.replacing(
      namespaces: [host] + Topology.small.otherNamespaces + [wired, bare])
    let text = app(node).frame(Size(rows: 50, columns: 200)).text
    #expect(text.contains("overlay vxlan"))
    #expect(text.contains("flannel.1  10.244.0.0/32"))
    #expect(text.contains("default/ptp 10.9.0.2 eth0 ⇄ vethptp"))
    #expect(text.contains("bare no interface"))
    #expect(text.contains("builder 198.51.100.77 macvlan on eth0"))
  }

  @Test func whatFlowsIsOnTheCable() {
    var app = app()
    let veth = InterfaceID(namespace: .host, index: 4)
    let rate = Traffic.Rate(receivedBytesPerSecond: 3000, sentBytesPerSecond: 12_100)
    app.see(traffic: Traffic(interfaces: [veth: rate]), at: Topology.small.takenAt)
    let text = app.frame(size).text
    #expect(text.contains("↓ 12.1k │ ↑ 3.0k"))
    #expect(app.interest(size).interfaces.contains(veth))
  }
}

extension Region {
  fileprivate func overlaps(_ other: Region) -> Bool {
    row < other.row + other.rows && other.row < row + rows && column < other.column + other.columns
      && other.column < column + columns
  }
}
