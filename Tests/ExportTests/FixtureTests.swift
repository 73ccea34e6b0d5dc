import Testing
import Topology
import TopologyKit

@Suite struct FixtureTests {
  @Test(arguments: [Topology.small, .large(pods: 20)])
  func everyCableHasTwoEnds(_ node: Topology) {
    for interface in node.namespaces.flatMap(\.interfaces) where interface.kind == "veth" {
      #expect(node.otherEnd(of: interface)?.peer == .end(interface.id))
    }
  }
}
