import Addressing
import Export
import Testing
import Topology
import TopologyKit

@Suite struct ChangesTests {
  let node = Topology.small
  let cable = InterfaceID(namespace: .host, index: 4)
  let eth0 = InterfaceID(namespace: .pod(1), index: 2)

  func lines(_ old: Topology, _ new: Topology) -> [String] {
    new.changes(since: old).map { String($0.line(offset: 0).dropFirst(9)) }
  }

  @Test func nothingChangedMakesNoLine() {
    for node in [Topology.empty, .small, .complete, .large(pods: 20)] {
      #expect(node.changes(since: node).isEmpty)
    }
  }

  @Test func anAddressOnItsWayThroughDuplicateDetectionMakesNoLine() {
    let tentative = node.editing(eth0) { $0.addresses[0].flags.insert("tentative", at: 0) }
    #expect(lines(tentative, node).isEmpty)
    #expect(lines(node, tentative).isEmpty)
  }

  @Test func aPodThatAppearsIsOneChange() {
    #expect(
      lines(withoutWeb(leaseStays: false, ruleStays: false), node) == [
        "+ pod default/web-7d9  10.22.0.2, fd00:22::2 on cni0 by veth5e41415a, lease, masquerade  "
          + "6 changes"
      ])
  }

  @Test func aPodThatGoesIsOneChange() {
    #expect(
      lines(node, withoutWeb(leaseStays: false, ruleStays: false)) == [
        "− pod default/web-7d9  10.22.0.2, fd00:22::2 gone  6 changes"
      ])
  }

  @Test func aPodThatLeavesItsLeaseAndItsRulesSaysSo() {
    #expect(
      lines(node, withoutWeb(leaseStays: true, ruleStays: true)) == [
        "− pod default/web-7d9  10.22.0.2, fd00:22::2 gone; its lease stayed; its rules stayed  "
          + "2 changes"
      ])
  }

  /// The small node as it is before web comes, or after it went.
  func withoutWeb(leaseStays: Bool, ruleStays: Bool) -> Topology {
    node.without(.pod(1)).editing(.host) { host in
      host.interfaces.removeAll { $0.id == cable }
    }.changing { node in
      if !ruleStays {
        for table in 0...1 {
          let rules = node.firewall.tables[table].chains[0].rules
          node.firewall.tables[table].chains[0].rules = ChunkedArray(
            rules.filter { $0.namespace != .pod(1) })
        }
      }
      if ruleStays { leakTheRule(of: &node) }
      if leaseStays {
        for position in node.networks[0].allocations.indices
        where node.networks[0].allocations[position].namespace == .pod(1) {
          node.networks[0].allocations[position].state = .leaked
          node.networks[0].allocations[position].namespace = nil
          node.networks[0].allocations[position].places = []
        }
      } else {
        node.networks[0].allocations.removeAll { $0.namespace == .pod(1) }
      }
    }
  }

  func leakTheRule(of node: inout Topology) {
    node.firewall.tables[0].chains[0].rules[0].isLeaked = true
    node.firewall.tables[0].chains[0].rules[0].namespace = nil
  }

  @Test func aRuleThatIsFoundLeftBehindSaysSo() {
    #expect(
      lines(node, node.changing { leakTheRule(of: &$0) }) == [
        "~ rule ip saddr 10.22.0.2 ip daddr != 10.22.0.0/16 masquerade  "
          + "in inet cni_plugins_masquerade masq_checks: left behind"
      ])
  }

  @Test func linksTellWhatHappenedToThem() {
    let edits: [(InterfaceID, (inout Interface) -> Void, String)] = [
      (eth0, { $0.name = "net1" }, "~ link net1  was eth0  (default/web-7d9)"),
      (eth0, { $0.mtu = 9000 }, "~ link eth0  mtu 1500 → 9000  (default/web-7d9)"),
      (eth0, { $0.isUp = false }, "~ link eth0  switched off  (default/web-7d9)"),
      (
        cable, { $0.state = .lowerLayerDown },
        "~ link veth5e41415a  up → lower-layer-down  (default/web-7d9)"
      ),
      (
        cable,
        {
          $0.master = nil; $0.port = nil
        }, "~ link veth5e41415a  left cni0  (default/web-7d9)"
      ),
      (
        cable, { $0.port?.state = .blocking },
        "~ link veth5e41415a  port 1 forwarding → blocking  (default/web-7d9)"
      ),
      (
        cable, { $0.port?.isHairpin = true },
        "~ link veth5e41415a  hairpin false → true  (default/web-7d9)"
      ),
      (
        eth0, { $0.altNames = ["enp0s31f6", "lan"] },
        "~ link eth0  altnames none → enp0s31f6 lan  (default/web-7d9)"
      ),
      (eth0, { $0.alias = "uplink" }, "~ link eth0  alias none → uplink  (default/web-7d9)"),
      (
        eth0, { $0.addresses.removeLast() }, "− address fd00:22::2/64  from eth0  (default/web-7d9)"
      ),
      (
        eth0, { $0.addresses.append(.init(prefix: prefix("10.9.0.1/24"))) },
        "+ address 10.9.0.1/24  on eth0  (default/web-7d9)"
      ),
      (
        eth0, { $0.addresses[0].flags = ["dadfailed", "tentative", "permanent"] },
        "~ address 10.22.0.2/16  on eth0: flags permanent → dadfailed permanent  (default/web-7d9)"
      ),
    ]
    for (id, edit, line) in edits {
      #expect(lines(node, node.editing(id, edit)) == [line])
    }
  }

  @Test func joiningABridgeIsOneChange() {
    let unplugged = node.editing(cable) {
      $0.master = nil
      $0.port = nil
    }
    #expect(lines(unplugged, node) == ["~ link veth5e41415a  joined cni0  (default/web-7d9)"])
  }

  @Test func processesMakeALineOnlyWhereNoneIsLeft() {
    let forked = node.editing(.pod(1)) { $0.processes.append(.init(id: 9, name: "sh")) }
    #expect(lines(node, forked) == [])
    #expect(
      lines(node, node.editing(.pod(1)) { $0.processes = [] }) == [
        "~ pod default/web-7d9  no process in it any more"
      ])
  }

  @Test func countersNeighboursAndForwardingEntriesMakeNoLine() {
    let busy = node.editing(.pod(1)) { $0.neighbours = [] }
      .editing(cable) {
        $0.counters.sentBytes += 1
        $0.forwarding = []
      }
      .changing { node in
        node.firewall.tables[0].chains[0].rules[0].counter?.packets += 1
        node.firewall.tables[1].chains[0].policyCounter?.packets += 1
        node.takenAt = Timestamp(seconds: node.takenAt.seconds + 1)
      }
    #expect(busy != node)
    #expect(lines(node, busy) == [])
  }

  @Test func routesThatComeWithAnAddressMakeNoLine() {
    let readdressed = node.editing(.pod(1)) { pod in
      pod.interfaces[1].addresses.removeFirst()
      pod.routes.removeAll { $0.origin == "kernel" && $0.destination.address.family == .v4 }
    }
    #expect(
      lines(node, readdressed) == ["− address 10.22.0.2/16  from eth0  (default/web-7d9)"])
  }

  @Test func routesThatAPersonChangedMakeALine() {
    let pod = NamespaceID.pod(1)
    #expect(
      lines(node, node.editing(pod) { $0.routes[0].gateway = ip("10.22.0.7") }) == [
        "~ route default  via 10.22.0.1 on eth0 by boot → via 10.22.0.7 on eth0 by boot  "
          + "(default/web-7d9)"
      ])
    #expect(
      lines(node, node.editing(pod) { $0.routes.removeFirst() }) == [
        "− route default  via 10.22.0.1 on eth0 by boot  (default/web-7d9)"
      ])
    #expect(
      lines(node, node.editing(pod) { $0.routes = [] }) == [
        "− route 5 routes  default, …  (default/web-7d9)  5 changes"
      ])
  }

}
