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
}
