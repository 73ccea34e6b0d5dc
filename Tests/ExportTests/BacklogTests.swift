import Export
import Testing
import Topology
import TopologyKit

@Suite struct BacklogTests {
  @Test func whoIsFastEnoughGetsEveryChange() {
    var backlog = Backlog(node(mtu: 1000))
    for mtu: UInt32 in 1001...1010 {
      backlog.add(node(mtu: mtu).changes(since: node(mtu: mtu - 1)), leadingTo: node(mtu: mtu))
    }
    #expect(backlog.take().count == 10)
    #expect(backlog.take() == [])
  }

  @Test func whoIsSlowGetsWhatAllChangesComeTo() throws {
    var backlog = Backlog(node(mtu: 1))
    for mtu: UInt32 in 2...5000 {
      backlog.add(
        node(mtu: mtu).changes(since: node(mtu: mtu - 1)), leadingTo: node(mtu: mtu))
    }
    let taken = backlog.take()
    #expect(taken.map(\.kind) == [.notice, .changed])
    #expect(taken.last?.detail == "mtu 1 → 5000")
    backlog.add(node(mtu: 9).changes(since: node(mtu: 5000)), leadingTo: node(mtu: 9))
    #expect(backlog.take().map(\.detail) == ["mtu 5000 → 9"])
  }

  /// What cnitop has to say of itself is in no view of the node.
  @Test func noticesAreKeptButNotWithoutEnd() {
    let notice = Change(at: .look, .notice("read all again"))
    var backlog = Backlog(node(mtu: 1))
    for _ in 0..<(3 * Backlog.limit) { backlog.add([notice], leadingTo: node(mtu: 1)) }
    let taken = backlog.take()
    #expect(taken.count <= 101)
    #expect(taken.first == notice)
  }

  private func node(mtu: UInt32) -> Topology {
    let host = Namespace(
      id: .host, isHost: true, label: .init(text: "host", source: .host),
      interfaces: [
        Interface(id: InterfaceID(namespace: .host, index: 2), name: "eth0", mtu: mtu)
      ])
    return Topology(node: Node(name: "n", kernel: "6"), takenAt: .look, namespaces: [host])
  }
}
