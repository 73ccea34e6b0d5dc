import Kernel
import Netlink

extension NamespaceContent {
  /// Asks the kernel about the namespace that the socket was opened in.
  init(by route: inout NetlinkSocket) throws(KernelError) {
    self.init()
    add(try route.list(.links), try route.list(.addresses))
    routes = try route.list(.routes).compactMap { $0 }
    try readNeighbours(by: &route)
    if filtersVLANs {
      for port in try route.list(.portVLANs) { vlans[port.index] = port.vlans }
    }
  }

  mutating func add(_ listed: [Link], _ addresses: [AddressMessage?]) {
    for link in listed { links[link.index] = link }
    for case let address? in addresses {
      self.addresses[address.index, default: []].append(address)
    }
  }

  /// Tables without events, which change by themselves.
  mutating func readNeighbours(by route: inout NetlinkSocket) throws(KernelError) {
    neighbours = try route.list(.neighbours)
    forwarding = hasForwarding ? try route.list(.forwardingEntries) : []
  }

  private var hasForwarding: Bool {
    links.values.contains { $0.kind == "bridge" || $0.kind == "vxlan" }
  }

  private var filtersVLANs: Bool {
    links.values.contains {
      if case .bridge(let bridge) = $0.details { bridge.filtersVLANs } else { false }
    }
  }
}
