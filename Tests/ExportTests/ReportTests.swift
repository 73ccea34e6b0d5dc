import Export
import Testing
import Topology
import TopologyKit

@Suite struct ReportTests {
  @Test func tellsASmallNode() {
    let text = """
      node7 · Linux 6.18.5 · containerd · kubelet
      seen at 2026-11-23T14:02:11.000000000Z

      PODS
        POD                  NAMED BY  ADDRESS                      IF    VETH          BRIDGE  MTU   STATE
        default/web-7d9      cni       10.22.0.2/16, fd00:22::2/64  eth0  veth5e41415a  cni0    1500  up
        default/api-55c      cni       10.22.0.3/16, fd00:22::3/64  eth0  veth90c9aa01  cni0    1500  up
        kube-system/coredns  cni       10.22.0.4/16, fd00:22::4/64  eth0  veth31bc77d0  cni0    1500  up
        builder              netns     198.51.100.77/24             mv0   -             -       1500  up

      LINKS
        LINK            KIND    STATE    PORT          MTU    MAC                ADDRESS                      OTHER END
        cni0            bridge  up       -             1500   0a:58:0a:16:00:01  10.22.0.1/16, fd00:22::1/64  -
          veth5e41415a  veth    up       1 forwarding  1500   ce:00:00:00:00:04  -                            default/web-7d9 eth0
          veth90c9aa01  veth    up       2 forwarding  1500   ce:00:00:00:00:05  -                            default/api-55c eth0
          veth31bc77d0  veth    up       3 forwarding  1500   ce:00:00:00:00:06  -                            kube-system/coredns eth0
        lo              -       unknown  -             65536  00:00:00:00:00:00  127.0.0.1/8, ::1/128         -
        eth0            -       up       -             1500   52:54:00:12:34:56  198.51.100.2/24              -

      IPAM
        mynet  10.22.0.0/16, fd00:22::/64  6 used, 2 gateway, 1 leaked
          ADDRESS     STATE    HOLDER               SINCE (UTC)          EVIDENCE
          10.22.0.1   gateway  -                    -                    the config says so
          10.22.0.2   used     default/web-7d9      2026-11-23T13:58:04  the address is up there
          10.22.0.3   used     default/api-55c      2026-11-23T13:58:04  the address is up there
          10.22.0.4   used     kube-system/coredns  2026-11-23T13:58:04  the address is up there
          10.22.0.9   leaked   8f3a41cb0000         2026-11-22T13:02:11  the lease is older than this boot
          fd00:22::1  gateway  -                    -                    the config says so
          fd00:22::2  used     default/web-7d9      2026-11-23T13:58:04  the address is up there
          fd00:22::3  used     default/api-55c      2026-11-23T13:58:04  the address is up there
          fd00:22::4  used     kube-system/coredns  2026-11-23T13:58:04  the address is up there
          /var/lib/cni/networks/mynet/notes.txt: is no lease (move it elsewhere)

      NAT
        WHAT        FROM        TO                             OWNER    POD                  PACKETS  BYTES  CHAIN
        masquerade  10.22.0.2   != 10.22.0.0/16                cni      default/web-7d9         1204  98765  inet cni_plugins_masquerade masq_checks
        masquerade  10.22.0.3   != 10.22.0.0/16                cni      default/api-55c         1204  98765  inet cni_plugins_masquerade masq_checks
        masquerade  10.22.0.4   != 10.22.0.0/16                cni      kube-system/coredns     1204  98765  inet cni_plugins_masquerade masq_checks
        dnat        any         tcp dport 8080 → 10.22.0.2:80  portmap  default/web-7d9           31   1860  iptables-legacy nat PREROUTING
        masquerade  any         -                              cni      gone                       0      0  iptables-legacy nat CNI-4f6d91ab2c7733e1d0aa4c11
        missing     fd00:22::2  ✗ no rule for it               cni      default/web-7d9            -      -  config of mynet
        missing     fd00:22::3  ✗ no rule for it               cni      default/api-55c            -      -  config of mynet
        missing     fd00:22::4  ✗ no rule for it               cni      kube-system/coredns        -      -  config of mynet

      CNI
        READER      PRESENCE    CONF DIR        PLUGIN DIRS   SAYS
        kubelet     running     -               -             asks containerd, which fails (unix:///run/containerd/containerd.sock)
        containerd  configured  /etc/cni/net.d  /opt/cni/bin  takes 10-mynet.conflist, ADD fails: plugin portmap is not in /opt/cni/bin

        FILE                              NETWORK  VERSION  TAKEN BY    PLUGINS
        /etc/cni/net.d/10-mynet.conflist  mynet    1.0.0    containerd  bridge, portmap
        /etc/cni/net.d/20-edge.conf       edge     0.3.1    -           macvlan
        /etc/cni/net.d/30-lo.conf         lo       1.0.0    -           loopback
        /etc/cni/net.d/99-broken.conf     -        -        -           not JSON at line 3, column 5
        broken  /etc/cni/net.d/10-mynet.conflist: plugin portmap is not in /opt/cni/bin
        hint  /etc/cni/net.d/10-mynet.conflist: "plugins[0].isgatway" is no key of the plugin bridge
        broken  /etc/cni/net.d/20-edge.conf: plugin macvlan is for another machine: aarch64
        suspect  /etc/cni/net.d/20-edge.conf: its range 10.22.7.0/24 overlaps 10.22.0.0/16 of mynet (10-mynet.conflist)

        PLUGINS       CAN BE CALLED                    CANNOT
        /opt/cni/bin  bridge, calico, host-local, ptp  firewall (no program), macvlan (foreign), vlan (not executable)
        /usr/lib/cni  No such file or directory        -
        missing       -                                portmap, needed by /etc/cni/net.d/10-mynet.conflist

        CACHED RESULT                                                                                     STATE   EVIDENCE
        /var/lib/cni/results/mynet-8f3a41cb000000098f3a41cb000000098f3a41cb000000098f3a41cb00000009-eth0  stale   its namespace /run/netns/cni-9 is gone: nobody called DEL for it
        /var/lib/cni/results/mynet-half-eth0                                                              broken  the JSON ends too early

      GAPS
        ip6tables-legacy: not permitted (run it with sudo)
      """
    #expect(Report(.small).lines.joined(separator: "\n") == text)
  }

  @Test func saysWhatThereIsNot() {
    #expect(
      Report(.empty, parts: [.networks, .firewall]).lines.dropFirst(2) == [
        "", "IPAM", "  No network of host-local's.", "", "NAT", "  No NAT rules.",
      ])
  }

  @Test func aNameWithALineBreakKeepsItsRow() {
    let node = Topology.small.editing(.pod(1)) { $0.label.text = "a\nb" }
    #expect(Report(node).lines.allSatisfy { !$0.contains(where: \.isNewline) })
  }

  @Test func noLineEndsInSpaces() {
    #expect(Report(.complete).lines.allSatisfy { !$0.hasSuffix(" ") })
  }

  /// A wide character takes two columns of a terminal, and what stands behind it stays in its column.
  @Test func wideNamesKeepTheirColumn() throws {
    let node = Topology.small.editing(.pod(1)) { $0.label.text = "網路" }
    let lines = Report(node, parts: .namespaces).lines
    #expect(lines.contains { $0.hasPrefix("  網路                 cni       10.22.0.2") })
    #expect(lines.contains { $0.hasPrefix("  kube-system/coredns  cni       10.22.0.4") })
  }
}
