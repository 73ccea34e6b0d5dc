import Netlink
import Testing
import Topology
import TopologyKit

@Suite struct PeerTests {
  @Test func tiesTheEndsOfACableAcrossNamespaces() throws {
    var node = try NodeInPieces()
    node.add(.host, links: [veth(5, "veth1", to: 2, in: 0)])
    node.add(.pod(1), nsid: 0, links: [veth(2, "eth0", to: 5, in: 7)], calls: [7: .host])
    #expect(peer(of: 5, in: .host, node) == .end(InterfaceID(namespace: .pod(1), index: 2)))
    #expect(peer(of: 2, in: .pod(1), node) == .end(InterfaceID(namespace: .host, index: 5)))
  }

  @Test func tiesAPodToTheHostThatHasNoNumberThere() throws {
    var node = try NodeInPieces()
    node.add(.host, links: [veth(5, "veth1", to: 2, in: 0)])
    node.add(.pod(1), nsid: 0, links: [veth(2, "eth0", to: 5, in: 7)])
    #expect(peer(of: 2, in: .pod(1), node) == .end(InterfaceID(namespace: .host, index: 5)))
  }

  @Test func tiesTwoPodsToEachOther() throws {
    var node = try NodeInPieces()
    node.add(.pod(1), nsid: 0, links: [veth(2, "eth0", to: 2, in: 3)], calls: [3: .pod(2)])
    node.add(.pod(2), nsid: 1, links: [veth(2, "eth0", to: 2, in: 4)], calls: [4: .pod(1)])
    #expect(peer(of: 2, in: .pod(1), node) == .end(InterfaceID(namespace: .pod(2), index: 2)))
    #expect(peer(of: 2, in: .pod(2), node) == .end(InterfaceID(namespace: .pod(1), index: 2)))
  }

  @Test func sameIndicesInManyPodsAreNotMixedUp() throws {
    var node = try NodeInPieces()
    node.add(.host, links: (0..<3).map { veth(10 + UInt32($0), "veth\($0)", to: 2, in: $0) })
    for pod in 0..<3 {
      node.add(
        .pod(pod), nsid: Int32(pod), links: [veth(2, "eth0", to: 10 + UInt32(pod), in: 0)])
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
    #expect(peer(of: 5, in: .host, node) == .unresolved(nsid: 9, index: 2))
  }

  @Test func knowsWhatALinkStandsOn() throws {
    var node = try NodeInPieces()
    var macvlan = Link(index: 2, name: "eth0", kind: "macvlan", details: .macvlan(mode: 4))
    macvlan.iflink = .init(index: 3, nsid: 0)
    node.add(.host, links: [Link(index: 3, name: "eth0"), vlan(6, over: 3)])
    node.add(.pod(1), nsid: 0, links: [macvlan], calls: [0: .host])
    #expect(peer(of: 6, in: .host, node) == .lower(InterfaceID(namespace: .host, index: 3)))
    #expect(peer(of: 2, in: .pod(1), node) == .lower(InterfaceID(namespace: .host, index: 3)))
  }

  /// The host has a link of that index too.
  @Test(arguments: ["macvlan", "macvtap", "ipvlan", "ipvtap", "vlan", "macsec", "vxlan", "gre"])
  func namesNoParentByItsIndexAlone(kind: String) throws {
    var node = try NodeInPieces()
    let child = Link(index: 3, name: "net1", kind: kind, iflink: .init(index: 2, nsid: 0))
    node.add(.host, links: [Link(index: 2, name: "decoy"), veth(50, "vnode", to: 2, in: 0)])
    node.add(.pod(1), nsid: 0, links: [veth(2, "eth0", to: 50, in: 0)])
    node.add(.pod(2), links: [child])
    #expect(peer(of: 3, in: .pod(2), node) == .unresolved(nsid: 0, index: 2))
    node.add(.pod(2), links: [child], calls: [0: .pod(1)])
    #expect(
      peer(of: 3, in: .pod(2), node) == .lower(InterfaceID(namespace: .pod(1), index: 2)))
  }

  @Test func aParentThatIsNotInANamespaceThatWasReadIsOutOfSight() throws {
    var node = try NodeInPieces()
    let child = Link(index: 3, name: "net1", kind: "vlan", iflink: .init(index: 9, nsid: 0))
    node.add(.pod(1), nsid: 0)
    node.add(.pod(2), links: [child], calls: [0: .pod(1)])
    #expect(peer(of: 3, in: .pod(2), node) == .unresolved(nsid: 0, index: 9))
    node.add(.pod(1), nsid: 0, error: "cannot enter it")
    #expect(
      peer(of: 3, in: .pod(2), node) == .lower(InterfaceID(namespace: .pod(1), index: 9)))
  }

  /// -1 is what the kernel says of a namespace that it has no nsid for.
  @Test func noNumberLeadsNowhere() throws {
    var node = try NodeInPieces()
    node.add(.pod(1), links: [veth(2, "eth0", to: 5, in: -1)], calls: [-1: .host])
    #expect(peer(of: 2, in: .pod(1), node) == .unresolved(nsid: nil, index: 5))
  }

  @Test(arguments: ["veth", "netkit", "vxcan"]) func anEndThatIsNotToldIsFoundByTheOther(
    kind: String
  ) throws {
    var node = try NodeInPieces()
    node.add(
      .pod(1),
      links: [
        Link(index: 5, name: "b", kind: kind),
        Link(index: 6, name: "a", kind: kind, iflink: .init(index: 5)),
      ])
    #expect(peer(of: 5, in: .pod(1), node) == .end(InterfaceID(namespace: .pod(1), index: 6)))
    #expect(peer(of: 6, in: .pod(1), node) == .end(InterfaceID(namespace: .pod(1), index: 5)))
  }

  /// The end that stayed still says what was true before the other one was moved.
  @Test func anEndThatWasMovedIsFoundWhereItIs() throws {
    var node = try NodeInPieces()
    node.add(
      .pod(1), nsid: 1, links: [Link(index: 5, name: "a", kind: "veth", iflink: .init(index: 6))])
    node.add(.pod(2), nsid: 2, links: [veth(9, "b", to: 5, in: 4)], calls: [4: .pod(1)])
    #expect(peer(of: 5, in: .pod(1), node) == .end(InterfaceID(namespace: .pod(2), index: 9)))
    #expect(peer(of: 9, in: .pod(2), node) == .end(InterfaceID(namespace: .pod(1), index: 5)))
  }

  @Test func whoNamesAnotherEndIsNotTheOtherEnd() throws {
    var node = try NodeInPieces()
    node.add(.pod(1), nsid: 1, links: [veth(2, "eth0", to: 2, in: 0)], calls: [0: .pod(2)])
    node.add(.pod(2), nsid: 2, links: [veth(2, "eth0", to: 7, in: 0)])
    #expect(peer(of: 2, in: .pod(1), node) == .unresolved(nsid: 0, index: 2))
  }

  private func veth(_ index: UInt32, _ name: String, to: UInt32, in nsid: Int32) -> Link {
    Link(index: index, name: name, kind: "veth", iflink: .init(index: to, nsid: nsid))
  }

  private func vlan(_ index: UInt32, over parent: UInt32) -> Link {
    Link(
      index: index, name: "eth0.5", kind: "vlan", iflink: .init(index: parent),
      details: .vlan(id: 5, protocol: 0x8100))
  }

  private func peer(
    of index: UInt32, in namespace: NamespaceID, _ node: NodeInPieces
  ) -> Interface.Peer? {
    node.topology[InterfaceID(namespace: namespace, index: index)]?.peer
  }
}
