import Addressing
import Topology

extension Topology {
  static let mynet = Network(
    directory: "/var/lib/cni/networks/mynet", name: "mynet",
    sources: ["/etc/cni/net.d/10-mynet.conflist"], bridge: "cni0", masquerades: true,
    rangeSets: [
      [range("10.22.0.0/16", "10.22.0.2", "10.22.255.254", "10.22.0.1")],
      [range("fd00:22::/64", "fd00:22::2", "fd00:22::ffff", "fd00:22::1")],
    ],
    lastReserved: [0: ip("10.22.0.9"), 1: ip("fd00:22::4")],
    allocations: [
      gateway("10.22.0.1"), used("10.22.0.2", 1, "default/web-7d9"),
      used("10.22.0.3", 2, "default/api-55c"), used("10.22.0.4", 3, "kube-system/coredns"),
      leaked,
      gateway("fd00:22::1"), used("fd00:22::2", 1, "default/web-7d9"),
      used("fd00:22::3", 2, "default/api-55c"), used("fd00:22::4", 3, "kube-system/coredns"),
    ],
    foreignFiles: [
      Gap(
        subject: "/var/lib/cni/networks/mynet/notes.txt", reason: "is no lease",
        advice: "move it elsewhere")
    ])

  private static func range(
    _ subnet: String, _ first: String, _ last: String, _ gateway: String
  ) -> Network.Range {
    guard let addresses = AddressRange(from: ip(first), to: ip(last)) else {
      preconditionFailure("no range: \(first)-\(last)")
    }
    return Network.Range(subnet: prefix(subnet), addresses: addresses, gateway: ip(gateway))
  }

  private static func gateway(_ address: String) -> Allocation {
    Allocation(
      address: ip(address), state: .gateway, places: [InterfaceID(namespace: .host, index: 3)],
      evidence: "the config says so")
  }

  static func used(_ address: String, _ pod: Int, _ holder: String) -> Allocation {
    Allocation(
      address: ip(address), state: .used,
      lease: Allocation.Lease(
        containerID: Namespace.containerID(pod), interface: "eth0",
        since: Timestamp(seconds: Timestamp.look.seconds - 247)),
      places: [InterfaceID(namespace: .pod(pod), index: 2)], namespace: .pod(pod), holder: holder,
      evidence: "the address is up there")
  }

  private static let leaked = Allocation(
    address: ip("10.22.0.9"), state: .leaked,
    lease: Allocation.Lease(
      containerID: Namespace.containerID(9), interface: "eth0",
      since: Timestamp(seconds: Timestamp.look.seconds - 90_000)),
    evidence: "the lease is older than this boot")
}
