import Netlink
import Testing
import Topology
import TopologyKit

@Suite struct PeerTests {
  @Test func tiesTheEndsOfACableAcrossNamespaces() throws {
    var node = try NodeInPieces()
    node.add(.host, links: [veth(5, "veth1", to: 2, in: 0)])
    node.add(.pod(1), number: 0, links: [veth(2, "eth0", to: 5, in: 7)], calls: [7: .host])
    #expect(peer(of: 5, in: .host, node) == .end(InterfaceID(namespace: .pod(1), index: 2)))
    #expect(peer(of: 2, in: .pod(1), node) == .end(InterfaceID(namespace: .host, index: 5)))
  }

  @Test func tiesAPodToTheHostThatHasNoNumberThere() throws {
    var node = try NodeInPieces()
    node.add(.host, links: [veth(5, "veth1", to: 2, in: 0)])
    node.add(.pod(1), number: 0, links: [veth(2, "eth0", to: 5, in: 7)])
    #expect(peer(of: 2, in: .pod(1), node) == .end(InterfaceID(namespace: .host, index: 5)))
  }

  @Test func tiesTwoPodsToEachOther() throws {
    var node = try NodeInPieces()
    node.add(.pod(1), number: 0, links: [veth(2, "eth0", to: 2, in: 3)], calls: [3: .pod(2)])
    node.add(.pod(2), number: 1, links: [veth(2, "eth0", to: 2, in: 4)], calls: [4: .pod(1)])
    #expect(peer(of: 2, in: .pod(1), node) == .end(InterfaceID(namespace: .pod(2), index: 2)))
    #expect(peer(of: 2, in: .pod(2), node) == .end(InterfaceID(namespace: .pod(1), index: 2)))
  }

  @Test func sameIndicesInManyPodsAreNotMixedUp() throws {
    var node = try NodeInPieces()
    node.add(.host, links: (0..<3).map { veth(10 + UInt32($0), "veth\($0)", to: 2, in: $0) })
    for pod in 0..<3 {
      node.add(
        .pod(pod), number: Int32(pod), links: [veth(2, "eth0", to: 10 + UInt32(pod), in: 0)])
    }
    for pod in 0..<3 {
      #expect(
        peer(of: 2, in: .pod(pod), node)
          == .end(InterfaceID(namespace: .host, index: 10 + UInt32(pod))))
    }
  }

  @Test func aCableIntoTheUnknownIsOutOfSight() throws {
    var node = try NodeInPieces()
    node.add(.host, links: [veth(5, "veth1", to: 2, in: 9)])
    #expect(peer(of: 5, in: .host, node) == .outOfSight(number: 9, index: 2))
  }

  @Test func knowsWhatALinkStandsOn() throws {
    var node = try NodeInPieces()
    var macvlan = Link(index: 2, name: "eth0", kind: "macvlan", details: .macvlan(mode: 4))
    macvlan.tiedTo = .init(index: 3, namespace: 0)
    node.add(.host, links: [Link(index: 3, name: "eth0"), vlan(6, over: 3)])
    node.add(.pod(1), number: 0, links: [macvlan])
    #expect(peer(of: 6, in: .host, node) == .parent(InterfaceID(namespace: .host, index: 3)))
    #expect(peer(of: 2, in: .pod(1), node) == .parent(InterfaceID(namespace: .host, index: 3)))
  }

  private func veth(_ index: UInt32, _ name: String, to: UInt32, in number: Int32) -> Link {
    Link(index: index, name: name, kind: "veth", tiedTo: .init(index: to, namespace: number))
  }

  private func vlan(_ index: UInt32, over parent: UInt32) -> Link {
    Link(
      index: index, name: "eth0.5", kind: "vlan", tiedTo: .init(index: parent),
      details: .vlan(id: 5, protocol: 0x8100))
  }

  private func peer(
    of index: UInt32, in namespace: NamespaceID, _ node: NodeInPieces
  ) -> Interface.Peer? {
    node.topology[InterfaceID(namespace: namespace, index: index)]?.peer
  }
}
