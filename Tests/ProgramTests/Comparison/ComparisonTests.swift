import LabKit
import Testing

/// A snapshot says of every namespace what `ip` and `bridge` say inside it, entry by entry.
@Suite(.needs(.node), .needs(.programs(["ip", "bridge", "ping"]))) struct ComparisonTests {
  @Test func aSnapshotSaysWhatIPAndBridgeSay() throws {
    let node = try NodeReading(pods: 4, preparation: foreignFiles)
    #expect(node.ours.gaps.isEmpty)
    #expect(node.theirs.count == 7, "the host, its world, four pods and the macvlan pod")
    for (name, theirs) in node.theirs.sorted(by: { $0.key < $1.key }) {
      let ours = try #require(node.ours.namespaces.first { $0.isCalled(name) }, "\(name)")
      expectSame(ours.linkLines, theirs.linkLines, "links", name)
      expectSame(ours.addressLines, theirs.addressLines, "addresses", name)
      expectSame(ours.routeLines, theirs.routeLines, "routes", name)
      expectSame(ours.neighbourLines, theirs.neighbourLines, "neighbours", name)
      if theirs.links.contains(where: { $0.linkinfo?.info_kind == "bridge" }) {
        expectSame(ours.forwardingLines, theirs.forwardingLines, "forwarding entries", name)
      }
    }
  }

  @Test func bothEndsOfEveryCableNameEachOther() throws {
    let node = try NodeReading(pods: 4)
    var ends: [String: OurSnapshot.Place] = [:]
    for namespace in node.ours.namespaces {
      for interface in namespace.interfaces {
        ends["\(namespace.id) \(interface.index)"] = interface.peer
      }
    }
    let host = try #require(node.ours.namespaces.first { $0.isHost })
    let cables = host.interfaces.filter { $0.kind == "veth" && $0.master != nil }
    #expect(cables.count == 4)
    for cable in cables {
      let far = try #require(cable.peer)
      #expect(far.interface == "eth0")
      #expect(ends["\(far.namespace) \(far.index)"]?.index == cable.index)
      #expect(ends["\(far.namespace) \(far.index)"]?.namespace == host.id)
    }
  }

  private func expectSame(
    _ ours: [String], _ theirs: [String], _ what: String, _ namespace: String
  ) {
    let comment = "\(what) of \(namespace)"
    #expect(ours.filter { !theirs.contains($0) } == [], "only in ours: \(comment)")
    #expect(theirs.filter { !ours.contains($0) } == [], "only in theirs: \(comment)")
    #expect(ours.count == theirs.count, "\(comment)")
  }

  /// What the node does not have by itself.
  private let foreignFiles = """
    ip link set cni1 type bridge stp_state 1 ageing_time 12000 group_fwd_mask 8
    ip link set cni1 alias 'the backend'
    ip link set vethdaa66d13 type bridge_slave hairpin on isolated on learning off
    ip link add vx4 type vxlan id 42 local 198.51.100.2 remote 198.51.100.9 dev eth0 dstport 4789
    ip link add vx6 type vxlan id 43 local fd00::1 remote fd00::2 dstport 8472 nolearning
    ip link set vx4 up
    bridge fdb append 00:00:00:00:00:00 dev vx4 dst 198.51.100.10
    bridge fdb add 02:00:00:00:00:10 dev veth9e3779b1 master static
    ip link add mt0 link cni0 type macvtap mode private
    ip addr add 192.0.2.9/24 dev cni0
    ip addr add 192.0.2.10/24 dev cni0
    ip addr add 203.0.113.9/25 dev cni0 scope link noprefixroute
    ip addr add 10.77.0.1 peer 10.77.0.2/30 dev cni0
    ip route add blackhole 10.99.0.0/16
    ip route add prohibit 10.97.0.0/16 metric 7
    ip route add 10.98.0.0/16 nexthop via 10.22.0.2 weight 3 nexthop via 10.22.0.3
    ip route add 10.96.0.0/16 via inet6 fd00:10:22::2 dev cni0
    ip route add 10.95.0.0/16 via 10.22.0.2 table 1000 src 10.22.0.1 proto static
    ip -6 route add 2001:db8:1::/48 nexthop via fd00:10:22::2 nexthop via fd00:10:22::3 weight 2
    ip -6 route add unreachable 2001:db8:2::/48
    ip neigh add 10.22.9.9 lladdr 02:00:00:00:00:99 dev cni0 nud permanent
    """
}

extension OurSnapshot.Namespace {
  fileprivate func isCalled(_ name: String) -> Bool {
    name == "host" ? isHost : paths.contains("/run/netns/\(name)")
  }
}
