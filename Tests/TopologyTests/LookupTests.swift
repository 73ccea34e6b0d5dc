import Addressing
import Testing
import Topology
import TopologyKit

/// What is looked up by id is what a look at everything finds.
@Suite struct LookupTests {
  @Test(arguments: UInt64(0)..<60) func everythingIsFoundByItsID(_ seed: UInt64) {
    let node = Topology.random(seed)
    for namespace in node.namespaces {
      #expect(node[namespace.id] == namespace)
      for index in UInt32(0)...9 {
        let id = InterfaceID(namespace: namespace.id, index: index)
        let interface = namespace.interfaces.first { $0.id == id }
        #expect(node[id] == interface && namespace[index] == interface)
        #expect(node.name(of: id) == interface?.name)
      }
    }
    #expect(node[.nsid(.min)] == nil)
    #expect(node[InterfaceID(namespace: .nsid(.min), index: 1)] == nil)
  }

  @Test(arguments: UInt64(0)..<60) func anOtherEndIsTheOneThatIsNamed(_ seed: UInt64) {
    let node = Topology.random(seed)
    for interface in node.namespaces.flatMap(\.interfaces) {
      guard case .end(let id) = interface.peer else {
        #expect(node.otherEnd(of: interface) == nil)
        continue
      }
      #expect(node.otherEnd(of: interface) == node[id])
    }
  }

  @Test(arguments: UInt64(0)..<60) func namespacesAreTheHostAndTheOthers(_ seed: UInt64) {
    let node = Topology.random(seed)
    #expect((node.host.map { [$0] } ?? []) + node.otherNamespaces == node.namespaces)
    #expect(node.pods == node.otherNamespaces.filter { !$0.containers.isEmpty })
  }

  @Test func onlyWhereAContainerLivesIsAPod() {
    #expect(Topology.small.otherNamespaces.count == 4)
    #expect(Topology.small.pods.map(\.id) == [.pod(1), .pod(2), .pod(3)])
    #expect(Topology.empty.pods.isEmpty && Topology.empty.otherNamespaces.isEmpty)
    #expect(Topology.nothing.isNothing && Topology.nothing.host == nil)
    #expect(!Topology.empty.isNothing)
  }

  @Test func ofTwoNamespacesWithOneIDTheFirstIsFound() throws {
    let host = try #require(Topology.empty.host)
    var twin = host
    twin.label.text = "twin"
    #expect(Topology.empty.replacing(namespaces: [host, twin])[.host] == host)
  }
}
