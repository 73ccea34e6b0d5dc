import Addressing
public import Topology

extension Topology {
  /// The small node and one namespace more, so that every field there is has a value somewhere.
  public static var complete: Topology {
    var node = small
    node.node.forwardsIPv4 = true
    node.firewall.tables[0].chains[0].rules[0].match = everyMatch
    node.firewall.tables[0].chains[0].rules[0].iptablesText = "-s 10.22.0.2/32 -j MASQUERADE"
    node.firewall.tables[0].owner = 812
    node.networks[0].allocations.append(
      Allocation(address: ip("fd00:22::9"), state: .used, namespace: museum.id))
    return node.replacing(namespaces: node.namespaces + [museum])
      .editing(.host) { $0.error = "some of it could not be read" }
  }

  private static let everyMatch = Rule.Match(
    source: "10.22.0.2", destination: "!= 10.22.0.0/16", inInterface: "cni0",
    outInterface: "eth0", service: "tcp dport 80", sourcePrefix: prefix("10.22.0.2/32"),
    destinationPrefix: prefix("10.22.0.0/16"))

  private static let museum = Namespace(
    id: .nsid(7), label: Namespace.Label(text: "museum", source: .podman), nsid: 7,
    containers: [Container(id: Namespace.containerID(5), source: .podman, name: "museum")],
    interfaces: [
      piece(1, "vlan", .vlan(id: 5, protocol: "802.1Q")),
      piece(2, "ipvlan", .ipvlan(mode: "l2")),
      piece(3, "tun", .tun(mode: "tap")),
      piece(4, "gre", .tunnel(local: ip("192.0.2.1"), remote: ip("192.0.2.2"))),
      piece(
        5, "vxlan", .vxlan(VXLAN(id: 42, local: ip("192.0.2.1"), remote: ip("239.1.1.1"))),
        forwarding: [
          ForwardingEntry(
            mac: macAddress("0a:00:00:00:00:01"), vlan: 5, destination: ip("192.0.2.2"))
        ]),
      piece(6, "veth", .none, peer: .unresolved(nsid: 3, index: 9)),
      Interface(
        id: InterfaceID(namespace: .nsid(7), index: 7), name: "ppp0", altNames: ["moon0"],
        alias: "to the moon",
        permanentMAC: macAddress("0a:00:00:00:00:02"),
        addresses: [Interface.Address(prefix: prefix("192.0.2.9/32"), peer: ip("192.0.2.10"))]),
    ],
    routes: [
      Route(
        destination: prefix("192.0.2.128/25"),
        nextHops: [Route.NextHop(gateway: ip("192.0.2.10"), interface: 7, weight: 2)])
    ])

  private static func piece(
    _ index: UInt32, _ kind: String, _ details: Interface.Details, peer: Interface.Peer = .none,
    forwarding: [ForwardingEntry] = []
  ) -> Interface {
    Interface(
      id: InterfaceID(namespace: .nsid(7), index: index), name: "\(kind)0", kind: kind,
      peer: peer, details: details, forwarding: forwarding)
  }
}
