import Inspection
import TestKit
import Testing
import Topology
import TopologyKit

@Suite struct LeaseTests {
  let id = String(repeating: "8f3a", count: 16)

  @Test func aLeaseWhoseAddressIsUpIsUsed() throws {
    var node = try NodeInPieces()
    try node.lease("10.0.0.5", to: id)
    try node.cache(id, netns: "/run/netns/red", pod: "shop/web", address: "10.0.0.5/24")
    node.add(.pod(1), path: "/run/netns/red", addresses: ["10.0.0.5/24"])
    let allocation = try allocation("10.0.0.5", node)
    #expect(allocation.state == .used)
    #expect(allocation.namespace == .pod(1))
    #expect(allocation.holder == "shop/web")
    #expect(allocation.places == [InterfaceID(namespace: .pod(1), index: 2)])
  }

  @Test func aLeaseOlderThanTheBootIsLeaked() throws {
    var node = try NodeInPieces()
    try node.lease("10.0.0.5", to: id)
    try node.cache(id)
    node.bootedAt = 1 << 33
    #expect(try allocation("10.0.0.5", node).state == .leaked)
  }

  @Test func aLeaseOfNoNamespaceAndNoCacheIsLeaked() throws {
    let node = try NodeInPieces()
    try node.lease("10.0.0.5", to: id)
    #expect(try allocation("10.0.0.5", node).state == .leaked)
  }

  @Test func aLeaseThatTheCacheStillKnowsIsSuspect() throws {
    let node = try NodeInPieces()
    try node.lease("10.0.0.5", to: id)
    try node.cache(id, netns: "/run/netns/gone")
    #expect(try allocation("10.0.0.5", node).state == .suspect)
  }

  @Test func aLeaseWhoseContainerLacksTheAddressIsSuspect() throws {
    var node = try NodeInPieces()
    try node.lease("10.0.0.5", to: id)
    try node.cache(id, netns: "/run/netns/red")
    node.add(.pod(1), path: "/run/netns/red", addresses: ["10.0.0.6/24"])
    #expect(try allocation("10.0.0.5", node).state == .suspect)
  }

  @Test func whatCannotBeSeenIsNotCalledLeaked() throws {
    var node = try NodeInPieces()
    try node.lease("10.0.0.5", to: id)
    node.add(.pod(1), path: "/run/netns/red", error: "cannot enter it")
    #expect(try allocation("10.0.0.5", node).state == .used)
  }

  @Test func anAddressThatIsUpWithoutALeaseIsUnleased() throws {
    var node = try NodeInPieces()
    try node.configure()
    try node.lease("10.0.0.9", to: id)
    node.add(.pod(1), path: "/run/netns/red", addresses: ["10.0.0.5/24"])
    let allocation = try allocation("10.0.0.5", node)
    #expect(allocation.state == .unleased)
    #expect(allocation.lease == nil)
  }

  @Test func anAddressThatIsUpTwiceIsADuplicate() throws {
    var node = try NodeInPieces()
    try node.lease("10.0.0.5", to: id)
    node.add(.pod(1), addresses: ["10.0.0.5/24", "10.0.0.5/25"])
    node.add(.pod(2), addresses: ["10.0.0.5/24"])
    let allocation = try allocation("10.0.0.5", node)
    #expect(allocation.state == .duplicate)
    #expect(allocation.evidence == "the address is up in 2 namespaces")
  }

  @Test func aLeaseOfOneThatIsUpInAnotherIsADuplicate() throws {
    var node = try NodeInPieces()
    try node.lease("10.0.0.5", to: id)
    try node.cache(id, netns: "/run/netns/red")
    node.add(.pod(1), path: "/run/netns/red")
    node.add(.pod(2), path: "/run/netns/blue", addresses: ["10.0.0.5/24"])
    #expect(try allocation("10.0.0.5", node).state == .duplicate)
  }

  /// A namespace that was not entered is evidence for nothing.
  @Test func aContainerThatCouldNotBeReadMayHaveTheAddress() throws {
    var node = try NodeInPieces()
    try node.configure()
    try node.lease("10.0.0.5", to: id)
    try node.cache(id, netns: "/run/netns/red")
    node.bootedAt = 1 << 33
    node.add(.pod(1), path: "/run/netns/red", error: "cannot enter it")
    #expect(try allocation("10.0.0.5", node).state == .used)
    #expect(node.topology.missingMasquerades.isEmpty)
    node.add(.pod(2), path: "/run/netns/blue", addresses: ["10.0.0.5/24"])
    #expect(try allocation("10.0.0.5", node).state == .suspect)
  }

  @Test(arguments: ["", "podnet-\(String(repeating: "8f3a", count: 16))-eth0"])
  func aCacheThatCannotBeReadIsNoProof(entry: String) throws {
    let node = try NodeInPieces()
    try node.lease("10.0.0.5", to: id)
    let cache = "var/lib/cni/results"
    try node.root.write(entry.isEmpty ? cache : "\(cache)/\(entry)", "{".utf8)
    #expect(try allocation("10.0.0.5", node).state == .suspect)
  }

  /// Followed as it is read afresh: that it could be entered later changes what is concluded.
  @Test func whatIsEnteredLaterIsJudgedAnew() throws {
    var node = try NodeInPieces()
    try node.lease("10.0.0.5", to: id)
    try node.cache(id, netns: "/run/netns/red", address: "10.0.0.5/24")
    node.add(.pod(1), path: "/run/netns/red", links: [], error: "cannot enter it")
    node.add(.pod(2), error: "cannot enter it")
    var correlation = Correlation(node.snapshot)
    node.add(.pod(1), path: "/run/netns/red", links: [])
    correlation.follow(node.snapshot)
    #expect(correlation.topology.networks == node.topology.networks)
  }

  @Test func theGatewayOfARangeIsNotFree() throws {
    let node = try NodeInPieces()
    try node.configure()
    try node.lease("10.0.0.5", to: id)
    #expect(try allocation("10.0.0.1", node).state == .gateway)
  }

  @Test func aNetworkWithoutLeasesIsThereToo() throws {
    let node = try NodeInPieces()
    try node.configure("later", subnet: "10.9.0.0/24")
    let network = try #require(node.topology.networks.first { $0.name == "later" })
    #expect(network.bridge == "cni0")
    #expect(network.masquerades)
    #expect(network.ranges.map(\.subnet) == [prefix("10.9.0.0/24")])
    #expect(network.allocations.map(\.state) == [.gateway])
  }

  @Test func aFileThatIsNoLeaseIsAnOddity() throws {
    let node = try NodeInPieces()
    try node.lease("10.0.0.5", to: id)
    try node.lease("notes.txt", to: "me")
    let network = try #require(node.topology.networks.first { $0.name == "podnet" })
    #expect(network.foreignFiles.map(\.reason) == ["not a lease"])
  }

  private func allocation(_ address: String, _ node: NodeInPieces) throws -> Allocation {
    let network = try #require(node.topology.networks.first { $0.name == "podnet" })
    return try #require(network.allocation(of: ip(address)))
  }
}
