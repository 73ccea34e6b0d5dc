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
    node.add(first, nsid: 5, path: "/run/netns/first")
    node.add(second, nsid: 5, path: "/run/netns/second")
    #expect(node.table.facts[first] == nil)
    #expect(node.table.nsids == [5: second])
    node.add(second, nsid: nil, path: "/run/netns/second")
    #expect(node.table.nsids.isEmpty)
  }

  /// The host hears what other namespaces call each other too: their nsids are not its own.
  @Test func whatAnotherNamespaceCallsGoneIsNotWhatTheHostCallsSo() throws {
    var node = try NodeInPieces()
    let (container, pod) = (NamespaceID.pod(1), NamespaceID.pod(2))
    node.add(container, nsid: 7, path: "/run/netns/container", calls: [5: .pod(3)])
    node.add(pod, nsid: 5, path: "/run/netns/pod")
    var search = RetrySchedule.forNamespaces
    #expect(node.table.apply(.namespaceGone(nsid: 5), from: 7, search: &search))
    #expect(node.table.facts[pod] != nil)
    #expect(node.table.facts[container]?.content.nsids == [:])
    #expect(node.table.apply(.namespaceGone(nsid: 5), from: nil, search: &search))
    #expect(node.table.facts[pod] == nil)
  }

  /// Its inode may be the next one's.
  @Test func nobodyCallsWhatIsGone() throws {
    var node = try NodeInPieces()
    node.add(.pod(1), nsid: 7, path: "/run/netns/container", calls: [5: .pod(2), 6: .host])
    node.add(.pod(2), nsid: 5, path: "/run/netns/pod")
    node.table.remove(.pod(2))
    #expect(node.table.facts[.pod(1)]?.content.nsids == [6: .host])
  }
}
