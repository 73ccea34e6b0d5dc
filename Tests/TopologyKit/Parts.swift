public import Addressing
public import Topology

extension Interface {
  public static func loopback(of namespace: NamespaceID) -> Interface {
    Interface(
      id: InterfaceID(namespace: namespace, index: 1), name: "lo", isLoopback: true,
      state: .unknown, mtu: 65536, mac: macAddress("00:00:00:00:00:00"),
      addresses: [
        Address(prefix: prefix("127.0.0.1/8"), scope: .host, flags: ["permanent"]),
        Address(prefix: prefix("::1/128"), scope: .host, flags: ["permanent"]),
      ])
  }
}

extension Namespace {
  /// A pod with one veth cable to a bridge port of the host, which has the index `port`. `number`,
  /// from 1, makes its ids and MAC addresses.
  public static func pod(
    _ number: Int, _ space: String, _ name: String, addresses: [Prefix], gateway: IPAddress,
    port: UInt32, network: String = "mynet"
  ) -> Namespace {
    let id = NamespaceID.pod(number)
    let container = containerID(number)
    return Namespace(
      id: id, label: Label(text: "\(space)/\(name)", source: .cni),
      paths: ["/run/netns/cni-\(container.prefix(8))"],
      processes: [Process(id: Int32(4000 + number), name: String(name.prefix(15)))],
      nsid: Int32(number - 1),
      containers: [
        Container(
          id: container, source: .cni, podNamespace: space, podName: name,
          attachments: [
            Container.Attachment(network: network, containerID: container, interface: "eth0")
          ])
      ],
      interfaces: [
        .loopback(of: id),
        Interface(
          id: InterfaceID(namespace: id, index: 2), name: "eth0", kind: "veth",
          mac: MACAddress(rawValue: 0x0a58_0000_0000 | UInt64(number)),
          peer: .end(InterfaceID(namespace: .host, index: port)),
          addresses: addresses.map { Interface.Address(prefix: $0, flags: ["permanent"]) },
          counters: Counters(
            receivedBytes: 12_345, receivedPackets: 98, sentBytes: 3_021, sentPackets: 41)),
      ],
      routes: [
        Route(destination: prefix("0.0.0.0/0"), gateway: gateway, interface: 2)
      ]
        + addresses.flatMap { address in
          [
            Route(
              destination: address.network, interface: 2, source: address.address, scope: .link,
              origin: "kernel"),
            Route(
              destination: Prefix(host: address.address), kind: .local, interface: 2,
              source: address.address, table: 255, scope: .host, origin: "kernel"),
          ]
        },
      neighbours: [
        Neighbour(
          address: gateway, interface: 2, mac: macAddress("0a:58:0a:16:00:01"), state: "REACHABLE")
      ],
      since: Timestamp(nanoseconds: Timestamp.look.nanoseconds - 247_000_000_000))
  }

  /// The container id of the pod with this number: 64 hexadecimal digits.
  public static func containerID(_ number: Int) -> String {
    let digits = String(0x8f3a_41c2_0000_0000 + UInt64(number) * 0x1_0000_0001, radix: 16)
    return String(repeating: digits, count: 4)
  }
}

extension Interface {
  /// The host's end of a pod's cable, plugged into `bridge`.
  public static func cable(
    _ name: String, index: UInt32, to pod: NamespaceID, bridge: UInt32, port: UInt16
  ) -> Interface {
    Interface(
      id: InterfaceID(namespace: .host, index: index), name: name, kind: "veth",
      mac: MACAddress(rawValue: 0xce00_0000_0000 | UInt64(index)),
      master: InterfaceID(namespace: .host, index: bridge),
      peer: .end(InterfaceID(namespace: pod, index: 2)),
      port: BridgePort(
        number: port, state: .forwarding,
        vlans: [BridgePort.VLAN(first: 1, last: 1, isPrimary: true, isUntagged: true)]),
      forwarding: [ForwardingEntry(mac: macAddress("0a:58:00:00:00:01"), isLearned: true)],
      counters: Counters(
        receivedBytes: 3_021, receivedPackets: 41, sentBytes: 12_345, sentPackets: 98))
  }
}
