public import Topology

extension Topology {
  /// A node with an uplink and nothing else.
  public static var empty: Topology {
    Topology(
      node: Node(name: "node7", kernel: "6.18.5"), takenAt: .look,
      namespaces: [
        Namespace(
          id: .host, isHost: true, label: Namespace.Label(text: "host", source: .host),
          interfaces: [.loopback(of: .host), uplink], routes: [defaultRoute])
      ])
  }

  /// Three pods on cni0 in both families, one on a macvlan, a leaked lease, NAT of both backends.
  public static var small: Topology {
    Topology(
      node: Node(
        name: "node7", kernel: "6.18.5",
        bootedAt: Timestamp(seconds: Timestamp.look.seconds - 86_400),
        agents: ["containerd", "kubelet"]),
      takenAt: .look,
      namespaces: [host, web, api, coredns, builder], networks: [mynet],
      firewall: Firewall(tables: [nftables, legacy]), cni: setup,
      gaps: [
        Gap(
          subject: "ip6tables-legacy", reason: "not permitted", advice: "run it with sudo")
      ])
  }

  static let uplink = Interface(
    id: InterfaceID(namespace: .host, index: 2), name: "eth0", mac: macAddress("52:54:00:12:34:56"),
    addresses: [Interface.Address(prefix: prefix("198.51.100.2/24"))],
    counters: Counters(
      receivedBytes: 81_234_567_890, receivedPackets: 71_234_567, receivedDropped: 3,
      sentBytes: 9_876_543_210, sentPackets: 8_765_432))

  static let defaultRoute = Route(
    destination: prefix("0.0.0.0/0"), gateway: ip("198.51.100.1"), interface: 2, metric: 100,
    origin: "dhcp")

  private static let bridge = Interface(
    id: InterfaceID(namespace: .host, index: 3), name: "cni0", kind: "bridge",
    mac: macAddress("0a:58:0a:16:00:01"),
    details: .bridge(Bridge(groupAddress: macAddress("01:80:c2:00:00:00"))),
    addresses: [
      Interface.Address(prefix: prefix("10.22.0.1/16")),
      Interface.Address(prefix: prefix("fd00:22::1/64")),
    ])

  private static let host = Namespace(
    id: .host, isHost: true, label: Namespace.Label(text: "host", source: .host),
    processes: [Namespace.Process(id: 1, name: "systemd")],
    interfaces: [
      .loopback(of: .host), uplink, bridge,
      .cable("veth5e41415a", index: 4, to: .pod(1), bridge: 3, port: 1),
      .cable("veth90c9aa01", index: 5, to: .pod(2), bridge: 3, port: 2),
      .cable("veth31bc77d0", index: 6, to: .pod(3), bridge: 3, port: 3),
    ],
    routes: [
      defaultRoute,
      Route(
        destination: prefix("10.22.0.0/16"), interface: 3, source: ip("10.22.0.1"), scope: .link,
        origin: "kernel"),
    ],
    neighbours: [
      Neighbour(
        address: ip("10.22.0.2"), interface: 3, mac: macAddress("0a:58:00:00:00:01"),
        state: "REACHABLE")
    ])

  private static let web = Namespace.pod(
    1, "default", "web-7d9", addresses: [prefix("10.22.0.2/16"), prefix("fd00:22::2/64")],
    gateway: ip("10.22.0.1"), port: 4)

  private static let api = Namespace.pod(
    2, "default", "api-55c", addresses: [prefix("10.22.0.3/16"), prefix("fd00:22::3/64")],
    gateway: ip("10.22.0.1"), port: 5)

  private static let coredns = Namespace.pod(
    3, "kube-system", "coredns", addresses: [prefix("10.22.0.4/16"), prefix("fd00:22::4/64")],
    gateway: ip("10.22.0.1"), port: 6)

  private static let builder = Namespace(
    id: .pod(4), label: Namespace.Label(text: "builder", source: .netns),
    paths: ["/run/netns/builder"],
    interfaces: [
      .loopback(of: .pod(4)),
      Interface(
        id: InterfaceID(namespace: .pod(4), index: 7), name: "mv0", kind: "macvlan",
        mac: macAddress("7a:00:00:00:00:07"),
        peer: .lower(InterfaceID(namespace: .host, index: 2)),
        details: .macvlan(mode: "bridge"),
        addresses: [Interface.Address(prefix: prefix("198.51.100.77/24"))]),
    ])
}
