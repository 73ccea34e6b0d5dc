import Kernel
import Netlink

extension NamespaceContent {
  /// Asks the kernel about the namespace of the calling thread.
  static func read() throws(KernelError) -> NamespaceContent {
    var route = try NetlinkSocket(.route)
    var content = NamespaceContent()
    content.add(try route.list(.links), try route.list(.addresses))
    content.routes = try route.list(.routes).compactMap { $0 }
    try content.readNeighbours(&route)
    if content.filtersVLANs {
      for port in try route.list(.portVLANs) { content.vlans[port.index] = port.vlans }
    }
    return content
  }

  mutating func add(_ listed: [Link], _ addresses: [AddressMessage?]) {
    for link in listed { links[link.index] = link }
    for case let address? in addresses {
      self.addresses[address.index, default: []].append(address)
    }
  }

  /// Tables without events, which change by themselves.
  mutating func readNeighbours(_ route: inout NetlinkSocket) throws(KernelError) {
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
