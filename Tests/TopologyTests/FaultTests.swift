import Testing
import Topology
import TopologyKit

struct FaultTests {
  @Test func aVethThatSendsMoreThanItsOtherEndTakesIsAFault() throws {
    let web = try #require(
      Topology.small.otherNamespaces.first { $0.label.text == "default/web-7d9" }
    ).id
    let topology = Topology.small.editing(web) { pod in
      for place in pod.interfaces.indices where pod.interfaces[place].kind == "veth" {
        pod.interfaces[place].mtu = 9000
      }
    }
    let inside = try #require(topology[web]?.interfaces.first { $0.kind == "veth" })
    let outside = try #require(topology.otherEnd(of: inside))
    #expect(topology.smallerLimit(beyond: inside) == 1500)
    #expect(topology.smallerLimit(beyond: outside) == nil)
  }

  @Test func aNodeThatForwardsNothingIsAFaultOnlyWherePodsNeedIt() {
    var topology = Topology.small
    #expect(!topology.lacksForwarding, "not known")
    topology.node.forwardsIPv4 = true
    #expect(!topology.lacksForwarding)
    topology.node.forwardsIPv4 = false
    #expect(topology.lacksForwarding)
    topology.networks = []
    #expect(!topology.lacksForwarding)
  }
}
