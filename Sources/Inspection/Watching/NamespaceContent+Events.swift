import Addressing
import Netlink

extension NamespaceContent {
  /// Takes in one change. Returns whether anything that is shown is different now.
  mutating func apply(_ event: RouteEvent) -> Bool {
    switch event {
    case .link(let link): apply(link)
    case .linkGone(let index): forget(index)
    case .port(let index, let port): apply(port, of: index)
    case .address(let address): apply(address)
    case .addressGone(let address): forget(address)
    case .route(let route): apply(route)
    case .routeGone(let route): forget(route)
    case .namespace, .namespaceGone: false
    }
  }

  /// Counters alone are no change: they are read when they are looked at.
  private mutating func apply(_ link: Link) -> Bool {
    let before = links[link.index]
    var link = link
    if before?.name == link.name, link.port == nil, link.master == before?.master {
      link.port = before?.port
    }
    links[link.index] = link
    if before?.isUp == true, !link.isUp { dropRoutes(through: link.index) }
    var comparable = before
    comparable?.statistics = link.statistics
    return comparable != link
  }

  private mutating func forget(_ index: UInt32) -> Bool {
    dropRoutes(through: index)
    addresses[index] = nil
    vlans[index] = nil
    neighbours.removeAll { $0.interface == index }
    forwarding.removeAll { $0.interface == index }
    return links.removeValue(forKey: index) != nil
  }

  private mutating func apply(_ port: BridgePortMessage?, of index: UInt32) -> Bool {
    guard let before = links[index], before.port != port else { return false }
    links[index]?.port = port
    return true
  }

  private mutating func apply(_ address: AddressMessage) -> Bool {
    var known = addresses[address.index] ?? []
    guard !known.contains(address) else { return false }
    if let position = known.firstIndex(where: { $0.prefix == address.prefix }) {
      known[position] = address
    } else {
      known.append(address)
    }
    addresses[address.index] = known
    return true
  }

  /// The kernel takes the routes that name the address as their source away without a word.
  private mutating func forget(_ address: AddressMessage) -> Bool {
    let before = addresses[address.index] ?? []
    let after = before.filter { $0.prefix != address.prefix }
    addresses[address.index] = after.isEmpty ? nil : after
    if address.prefix.address.family == .v4 {
      routes.removeAll { $0.source == address.prefix.address }
    }
    return before.count != after.count
  }

  /// An IPv4 route replaces the one with its destination, table and metric; IPv6 keeps several.
  private mutating func apply(_ route: RouteMessage) -> Bool {
    guard !routes.contains(route) else { return false }
    if route.destination.address.family == .v4,
      let position = routes.firstIndex(where: { $0.isReplaced(by: route) })
    {
      routes[position] = route
    } else {
      routes.append(route)
    }
    return true
  }

  private mutating func forget(_ route: RouteMessage) -> Bool {
    guard let position = routes.firstIndex(of: route) else { return false }
    routes.remove(at: position)
    return true
  }

  /// IPv4 routes of a link that goes down vanish without events of their own.
  private mutating func dropRoutes(through index: UInt32) {
    routes.removeAll { $0.interface == index && $0.destination.address.family == .v4 }
  }
}

extension RouteMessage {
  fileprivate func isReplaced(by other: RouteMessage) -> Bool {
    (destination, table, metric, type) == (other.destination, other.table, other.metric, other.type)
  }
}
