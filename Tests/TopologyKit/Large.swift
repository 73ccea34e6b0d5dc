import Addressing
public import Topology

extension Topology {
  /// A node with `pods` pods on cni0, each with a lease and a masquerade rule; 60 000 at most.
  public static func large(pods: Int) -> Topology {
    let numbers = 1...pods
    var node = small
    node.networks[0].allocations = numbers.map { used(address($0).description, $0, name($0)) }
    node.firewall.tables[0].chains[0].rules = ChunkedArray(
      numbers.map {
        masquerade(
          handle: UInt64($0), pod: $0, address: address($0).description, name: name($0))
      })
    node.cni.cache = numbers.map {
      cached($0, name($0), "\(address($0))/16", .live, "its container's namespace is there")
    }
    return node.replacing(
      namespaces: [host(of: node, pods: pods)]
        + numbers.map { number in
          Namespace.pod(
            number, "default", "web-\(number)",
            addresses: [Prefix(address(number), length: 16)].compactMap { $0 }
              + [prefix("fe80::858:ff:fe00:\(String(number, radix: 16))/64")],
            gateway: ip("10.22.0.1"), port: UInt32(number) + 9)
        })
  }

  private static func host(of node: Topology, pods: Int) -> Namespace {
    var host = node.namespaces[0]
    host.interfaces =
      host.interfaces.prefix(3)
      + (1...pods).map { number in
        Interface.cable(
          "veth\(String(0x1000_0000 + number, radix: 16))", index: UInt32(number) + 9,
          to: .pod(number), bridge: 3, port: UInt16(number))
      }
    return host
  }

  private static func address(_ number: Int) -> IPAddress { .v4(0x0a16_0001 + UInt32(number)) }
  private static func name(_ number: Int) -> String { "default/web-\(number)" }
}
