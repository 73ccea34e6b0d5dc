import Netlink
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

  /// The host hears what other namespaces call each other too: their numbers are not its own.
  @Test func whatAnotherNamespaceCallsGoneIsNotWhatTheHostCallsSo() throws {
    var node = try NodeInPieces()
    let (container, pod) = (NamespaceID.pod(1), NamespaceID.pod(2))
    node.add(container, number: 7, path: "/run/netns/container", calls: [5: .pod(3)])
    node.add(pod, number: 5, path: "/run/netns/pod")
    var search = Search.forNamespaces
    #expect(node.table.apply(.namespaceGone(number: 5), from: 7, search: &search))
    #expect(node.table.facts[pod] != nil)
    #expect(node.table.facts[container]?.content.numbers == [:])
    #expect(node.table.apply(.namespaceGone(number: 5), from: nil, search: &search))
    #expect(node.table.facts[pod] == nil)
  }

  /// Its inode may be the next one's.
  @Test func nobodyCallsWhatIsGone() throws {
    var node = try NodeInPieces()
    node.add(.pod(1), number: 7, path: "/run/netns/container", calls: [5: .pod(2), 6: .host])
    node.add(.pod(2), number: 5, path: "/run/netns/pod")
    node.table.remove(.pod(2))
    #expect(node.table.facts[.pod(1)]?.content.numbers == [6: .host])
  }
}
