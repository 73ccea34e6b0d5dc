import TUI
import Quoting
import Testing
import Topology
import TopologyKit

@testable import Screens

@Suite struct EquivalentTests {
  @Test func namesANamespaceByWhatLeadsToIt() {
    var red = Namespace(id: .pod(1), label: .init(text: "red", source: .netns))
    red.processes = [.init(id: 4711, name: "sleep")]
    #expect(Equivalent.ip("addr", in: red) == "nsenter --net=/proc/4711/ns/net ip addr")
    red.paths = ["/run/netns/my red"]
    #expect(Equivalent.ip("addr", in: red) == "ip -n 'my red' addr")
  }

  @Test func listsChainsOfBothBackends() {
    let nft = TableID(backend: .nftables, family: "inet", name: "cni")
    #expect(
      Equivalent.command(for: ChainID(table: nft, name: "masq"))
        == "nft -a list chain inet cni masq")
    let legacy = TableID(backend: .legacy, family: "ip", name: "nat")
    #expect(
      Equivalent.command(for: ChainID(table: legacy, name: "CNI-4f"))
        == "iptables-legacy -t nat -S CNI-4f")
  }

  @Test func saysAChainThatNftCannotWriteInJSON() {
    let table = TableID(backend: .nftables, family: "ip", name: "t")
    #expect(
      Equivalent.command(for: ChainID(table: table, name: "x'; add table ip pwned"))
        == #"printf %s '{"nftables":[{"list":{"chain":{"family":"ip","table":"t","#
        + #""name":"x'\''; add table ip pwned"}}}]}' | nft -j -f -"#)
    #expect(
      Equivalent.command(for: ChainID(table: table, name: "drop")).hasPrefix("printf %s '{"))
    #expect(
      Equivalent.command(for: ChainID(table: table, name: "\u{fffd}"))
        == "nft -a list ruleset ip")
    let legacy = TableID(backend: .legacy, family: "ip6", name: "nat")
    #expect(
      Equivalent.command(for: ChainID(table: legacy, name: "-X")) == "ip6tables-legacy -t nat -S")
    #expect(
      Equivalent.command(for: ChainID(table: legacy, name: "a b"))
        == "ip6tables-legacy -t nat -S 'a b'")
  }

  @Test func leadsToWhatCannotBeTypedByOtherWays() throws {
    var red = Namespace(id: .pod(1), label: .init(text: "?", source: .netns))
    red.paths = ["/run/netns/\u{fffd}"]
    #expect(Equivalent.ip("addr", in: red) == "ip netns list-id")
    red.processes = [.init(id: 4711, name: "sleep")]
    #expect(Equivalent.ip("addr", in: red) == "nsenter --net=/proc/4711/ns/net ip addr")
    let host = try #require(Topology.small.host)
    var link = try #require(host.interfaces.first { $0.name == "cni0" })
    link.name = "\u{fffd}"
    #expect(
      Equivalent.commands(for: link, in: host) == ["ip addr show dev if\(link.id.index)"])
    #expect(Equivalent.list("/a b/\u{fffd}/c", "-l ") == "ls -l '/a b'")
    #expect(Equivalent.read("/\u{fffd}", by: "cat", "jq .") == ["ls /"])
  }

  /// Whatever a name is, no paste of it is more than one line of what can be seen.
  @Test(arguments: ["zz\u{1b}[201~\ntouch PASTED\n", "a\u{9b}31m\u{202e}b", "q$(touch x)"])
  func copiesNothingThatATerminalObeys(_ name: String) throws {
    let topology = Topology.small.editing(.pod(1)) { pod in
      (pod.label.text, pod.paths, pod.processes) = (name, ["/run/netns/\(name)"], [])
    }
    var app = App(topology)
    app.selection.id = .namespace(.pod(1))
    app.arrange()
    let size = Size(rows: 24, columns: 80)
    for key: Key in ["y", "Y"] {
      guard case .copy(let text) = app.press(key, size: size) else {
        Issue.record("nothing was copied")
        return
      }
      #expect(text.unicodeScalars.allSatisfy { !isObeyed($0) })
      #expect(key == "y" || text.hasPrefix("ip -n \(name.shellWord) "))
    }
  }

  private func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    [.control, .format].contains(scalar.properties.generalCategory)
  }
}
