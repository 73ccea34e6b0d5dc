import TUI
import TestKit
import Testing
import Topology
import TopologyKit

@testable import Screens

@Suite struct CNITests {
  private let size = Size(rows: 24, columns: 80)

  private func app(_ topology: Topology = .small, _ keys: Key...) -> App {
    var app = App(topology)
    for key in ["8"] + keys { _ = app.press(key, size: size) }
    return app
  }

  private func selecting(_ rowID: CNIRowID, _ keys: Key..., in topology: Topology = .small) -> App {
    var app = app(topology)
    if let index = app.rows.firstIndex(where: { $0.id == .cni(rowID) }) { app.select(index) }
    for key in keys { _ = app.press(key, size: size) }
    return app
  }

  private let file = CNIRowID.file("/etc/cni/net.d/10-mynet.conflist")

  @Test func showsAFileWhole() throws {
    try expectSnapshot(selecting(file).frame(Size(rows: 36, columns: 140)), "CNI-file")
  }

  @Test func showsAnAgentWhole() throws {
    try expectSnapshot(
      selecting(.agent("containerd"), .enter).frame(Size(rows: 24, columns: 80)), "CNI-agent")
  }

  @Test func saysThatThereIsNothing() {
    #expect(app(.empty).frame(size).text.contains("No configuration of CNI on this node"))
  }

  @Test func onlyFaultsAreLeft() {
    let app = app(.small, "z")
    #expect(app.rows.count == 10)
    #expect(app.rows.allSatisfy { $0.isFault && !$0.isHeading })
  }

  @Test func aLongCacheIsFoldedAndItsFaultsAreNot() throws {
    var node = Topology.large(pods: 500)
    node.cni.cache[7].state = .stale
    let folded = app(node)
    let cached = { (app: App) in
      app.rows.count { if case .cni(.cached) = $0.id { true } else { false } }
    }
    #expect(cached(folded) == 1)
    #expect(
      folded.frame(Size(rows: 60, columns: 80)).text.contains("500 entries · 1 ✗ · 500 folded"))
    let open = selecting(.section(.cache), .enter, in: node)
    #expect(cached(open) == 500)
    #expect(cached(selecting(.section(.cache), "l", "h", in: node)) == 1)
    try expectSnapshot(
      selecting(.section(.cache), "l", "G", in: node).frame(size), "CNI-large")
  }

  @Test func pluginsWhereNobodyLooksAreFolded() {
    var node = Topology.small
    node.cni.pluginDirectories[1] = PluginDirectory(
      path: "/usr/lib/cni", programs: [Plugin(name: "bridge", state: .notExecutable, isNamed: true)]
    )
    let text = app(node).frame(Size(rows: 60, columns: 80)).text
    #expect(text.contains("plugins in /usr/lib/cni, where nobody looks · 1 folded"))
    node.cni.agents = []
    #expect(
      app(node).frame(Size(rows: 60, columns: 80)).text.contains("plugins in /usr/lib/cni · 1 ✗"))
  }

  @Test func everythingLeadsSomewhere() {
    #expect(selecting(.agent("containerd"), "o").selected == .cni(file))
    #expect(selecting(.missing("portmap"), "o").selected == .cni(file))
    #expect(
      selecting(.plugin(directory: "/opt/cni/bin", name: "bridge"), "o").selected == .cni(file))
    let network = selecting(file, "o")
    #expect(network.view == .ipam && network.network?.name == "mynet")
    let cached = Topology.small.cni.cache[0]
    let pod = selecting(.cached(cached.path), "o")
    #expect(pod.view == .pods && pod.selected == .namespace(.pod(1)))
  }

  @Test func everythingCanBeTyped() {
    #expect(
      selecting(file).commands == [
        "cat /etc/cni/net.d/10-mynet.conflist", "jq . /etc/cni/net.d/10-mynet.conflist",
      ])
    #expect(
      selecting(.plugin(directory: "/opt/cni/bin", name: "bridge")).commands.first
        == #"CNI_COMMAND=VERSION /opt/cni/bin/bridge <<<'{"cniVersion":"1.0.0"}'"#)
    #expect(
      selecting(.plugin(directory: "/opt/cni/bin", name: "ptp")).commands
        == ["ls -lL /opt/cni/bin/ptp"])
    #expect(selecting(.agent("kubelet")).commands.first == "ps -o args= -p 812")
    #expect(selecting(.missing("portmap")).commands == ["ls -l /opt/cni/bin/portmap"])
    for row in app().rows where row.id != .cni(.section(.missing)) {
      var app = app()
      if let index = app.rows.firstIndex(where: { $0.id == row.id }) { app.select(index) }
      #expect(!app.commands.isEmpty, "\(row.cells)")
    }
  }

  @Test func pluginsAreAskedWhileTheViewIsOpen() {
    #expect(app().interest(size).plugins)
    #expect(!App(.small).interest(size).plugins)
    #expect(!app(.small, " ").interest(size).plugins)
  }

  @Test func copiesWholePaths() {
    var app = selecting(file)
    #expect(app.press("y", size: size) == .copy("/etc/cni/net.d/10-mynet.conflist"))
  }
}
