import Testing
import Topology
import TopologyKit

@testable import Inspection

@Suite struct NamespaceTableTests {
  /// The second is visited before the first one's end is heard of.
  @Test func whoeverHadANumberBeforeIsGone() throws {
    var node = try NodeInPieces()
    let (first, second) = (NamespaceID.pod(1), NamespaceID.pod(2))
    node.add(first, number: 5, path: "/run/netns/first")
    node.add(second, number: 5, path: "/run/netns/second")
    #expect(node.table.facts[first] == nil)
    #expect(node.table.numbers == [5: second])
    node.add(second, number: nil, path: "/run/netns/second")
    #expect(node.table.numbers.isEmpty)
  }
}
