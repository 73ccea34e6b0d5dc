import Addressing
import Export
import Testing
import Topology
import TopologyKit

/// What makes a line of its own, and of what form.
extension ChangesTests {
  @Test func rulesAreCoalescedByChain() {
    let rules = (1...12).map {
      Topology.rule(handle: UInt64(100 + $0), text: "tcp dport \($0) accept")
    }
    let chain = "inet cni_plugins_masquerade masq_checks"
    #expect(
      lines(node, node.changing { $0.firewall.tables[0].chains[0].rules.append(rules) }) == [
        "+ rule 12 rules  in \(chain)  12 changes"
      ])
    #expect(
      lines(node, node.changing { $0.firewall.tables[0].chains[0].rules.append(rules[0]) }) == [
        "+ rule tcp dport 1 accept  in \(chain)"
      ])
    #expect(
      lines(node, node.changing { $0.firewall.tables[0].chains[0].rules.reverse() }) == [
        "~ rule chain \(chain)  same rules in another order"
      ])
    #expect(
      lines(node, node.changing { $0.firewall.tables[0].chains[0].hook?.policy = "drop" }) == [
        "~ rule chain \(chain)  hook nat postrouting priority 100 policy accept → "
          + "nat postrouting priority 100 policy drop"
      ])
    #expect(
      lines(node, node.changing { $0.firewall.tables.removeLast() }) == [
        "− rule table iptables-legacy nat  2 chains, 2 rules  3 changes"
      ])
  }

  @Test func leasesNetworksFilesAndGapsMakeALine() {
    let edits: [((inout Topology) -> Void, String)] = [
      ({ $0.networks[0].allocations.remove(at: 4) }, "− lease 10.22.0.9  of mynet"),
      (
        { $0.networks[0].allocations[1].state = .suspect },
        "~ lease 10.22.0.2  of mynet: used → suspect  (default/web-7d9)"
      ),
      ({ $0.networks[0].bridge = "cni1" }, "~ config mynet  bridge cni0 → cni1"),
      (
        { $0.cni.configurations.removeLast() },
        "− config /etc/cni/net.d/99-broken.conf  not JSON at line 3, column 5"
      ),
      (
        { $0.cni.configurations[2].lines = ["{}"] },
        "~ config /etc/cni/net.d/30-lo.conf  its content changed"
      ),
      (
        { $0.cni.agents[1].summary = "takes 20-edge.conf" },
        "~ config containerd  takes 10-mynet.conflist, ADD fails: plugin portmap is not in "
          + "/opt/cni/bin → takes 20-edge.conf"
      ),
      ({ $0.gaps = [] }, "− gap ip6tables-legacy  no longer: not permitted"),
      (
        { $0.networks[0].foreignFiles = [] },
        "− gap /var/lib/cni/networks/mynet/notes.txt  no longer: is no lease"
      ),
      (
        { $0.node.agents.append("crio") },
        "~ cnitop node7  agents containerd, kubelet → containerd, kubelet, crio"
      ),
    ]
    for (edit, line) in edits {
      #expect(lines(node, node.changing(edit)) == [line])
    }
  }

  @Test func aChangeIsOneLineOfJSON() {
    let eth0 = InterfaceReference(InterfaceID(namespace: .nsid(3), index: 2), name: "eth0")
    let change = Change(
      at: .look, .address(.added(.init(prefix: prefix("10.0.0.1/8"))), on: eth0), place: "red",
      namespace: .nsid(3))
    #expect(
      String(decoding: change.json, as: UTF8.self) == """
        {"type":"change","at":"2026-11-23T14:02:11.000000000Z","kind":"added","subject":"address",\
        "name":"10.0.0.1/8","detail":"on eth0","place":"red","namespace":"nsid 3","count":1}

        """)
  }

  @Test func aNameWithALineBreakStaysOnItsLine() {
    let change = Change(at: .look, .gap(.added(Gap(subject: "a\nb", reason: "c\r\nd"))))
    #expect(change.line(offset: 0) == "14:02:11 + gap a b  c d")
  }
}
