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
    case .forwarding, .namespace, .namespaceGone: false
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
    if before?.isUp == true, !link.isUp { dropDeadRoutes() }
    var comparable = before
    comparable?.statistics = link.statistics
    return comparable != link
  }

  private mutating func forget(_ index: UInt32) -> Bool {
    guard links.removeValue(forKey: index) != nil else { return false }
    addresses[index] = nil
    vlans[index] = nil
    neighbours.removeAll { $0.interface == index }
    forwarding.removeAll { $0.interface == index }
    dropDeadRoutes()
    return true
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
    let own = address.prefix.address
    if own.family == .v4, !addresses.values.joined().contains(where: { $0.prefix.address == own }) {
      routes.removeAll { $0.source == own }
    }
    return before.count != after.count
  }

  private mutating func apply(_ route: RouteMessage) -> Bool {
    guard !routes.contains(route) else { return false }
    if let position = routes.firstIndex(where: { $0.isReplaced(by: route) }) {
      routes[position] = route
    } else {
      routes.append(route)
    }
    return true
  }

  private mutating func forget(_ route: RouteMessage) -> Bool {
    if let position = routes.firstIndex(of: route) {
      routes.remove(at: position)
      return true
    }
    return routes.indices.contains { routes[$0].lose(hop: route) }
  }

  /// IPv4 routes vanish without events of their own when none of their links is up any more. Those to
  /// a link's own addresses stay for as long as there is the link.
  private mutating func dropDeadRoutes() {
    routes.removeAll { route in
      guard route.destination.address.family == .v4 else { return false }
      let handles = route.interface.map { [$0] } ?? route.nextHops.map(\.interface)
      return !handles.isEmpty
        && handles.allSatisfy {
          links[$0].map { !$0.isUp && route.scope != RouteMessage.hostScope } ?? true
        }
    }
  }
}

extension RouteMessage {
  fileprivate static let hostScope: UInt8 = 254  // RT_SCOPE_HOST

  /// An IPv4 route replaces the one with its destination, table and metric. IPv6 has one of those that
  /// lead through gateways, which is told as a whole when it gets another hop, and any nsid of others.
  fileprivate func isReplaced(by other: RouteMessage) -> Bool {
    guard isAlternative(to: other) else { return false }
    return destination.address.family == .v4 || (hasGateway && other.hasGateway)
  }

  /// Of an IPv6 route with several hops, a single one can go.
  fileprivate mutating func lose(hop: RouteMessage) -> Bool {
    guard destination.address.family == .v6, isAlternative(to: hop),
      let position = nextHops.firstIndex(where: {
        $0.interface == hop.interface && $0.gateway == hop.gateway
      })
    else { return false }
    nextHops.remove(at: position)
    if let last = nextHops.first, nextHops.count == 1 {
      (interface, gateway, nextHops) = (last.interface, last.gateway, [])
    }
    return true
  }

  private var hasGateway: Bool { gateway != nil || !nextHops.isEmpty }

  private func isAlternative(to other: RouteMessage) -> Bool {
    (destination, table, metric, type) == (other.destination, other.table, other.metric, other.type)
  }
}
