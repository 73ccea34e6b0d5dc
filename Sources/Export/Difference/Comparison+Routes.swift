import Addressing
import Topology

extension Comparison {
  /// Routes that came with an address or an interface, or went with it, need no line of their own.
  mutating func compareRoutes(_ before: Namespace, _ after: Namespace) {
    let moved = indicesThatMoved(before, after)
    let isNews = { (route: Route) in
      guard let interface = route.interface, let move = moved[interface] else { return true }
      return move == .readdressed && route.origin != "kernel"
    }
    let lost = before.routes.missing(from: after.routes).filter(isNews)
    let won = after.routes.missing(from: before.routes).filter(isNews)
    let then = Dictionary(lost.map { ($0.place, $0) }) { first, _ in first }
    let now = Dictionary(won.map { ($0.place, $0) }) { first, _ in first }
    report(.removed, lost.filter { now[$0.place] == nil }, in: after, named: before)
    report(.added, won.filter { then[$0.place] == nil }, in: after, named: after)
    for route in won {
      guard let earlier = then[route.place] else { continue }
      let words = "\(earlier.way(in: before)) → \(route.way(in: after))"
      report(.changed, .route, route.title, words, in: after)
    }
  }

  private enum Move {
    case cameOrWent
    case readdressed
  }

  /// The interfaces whose routes the kernel remakes by itself.
  private func indicesThatMoved(_ before: Namespace, _ after: Namespace) -> [UInt32: Move] {
    guard before.interfaces != after.interfaces else { return [:] }
    var moves: [UInt32: Move] = [:]
    for interface in before.interfaces where after[interface.id.index] == nil {
      moves[interface.id.index] = .cameOrWent
    }
    for interface in after.interfaces {
      guard let earlier = before[interface.id.index] else {
        moves[interface.id.index] = .cameOrWent
        continue
      }
      if earlier.addresses != interface.addresses || earlier.isUp != interface.isUp
        || earlier.state != interface.state
      {
        moves[interface.id.index] = .readdressed
      }
    }
    return moves
  }

  private mutating func report(
    _ kind: Change.Kind, _ routes: [Route], in place: Namespace, named namespace: Namespace
  ) {
    guard routes.count > 3 else {
      for route in routes { report(kind, .route, route.title, route.way(in: namespace), in: place) }
      return
    }
    report(
      kind, .route, "\(routes.count) routes", routes[0].title + ", …", in: place,
      count: routes.count)
  }
}

extension Route {
  /// Two routes in one place are one route that changed.
  fileprivate struct Place: Hashable {
    var destination: Prefix
    var table: UInt32
  }

  fileprivate var place: Place { Place(destination: destination, table: table) }

  fileprivate var title: String {
    (isDefault ? "default" : "\(destination)") + (table == 254 ? "" : " of table \(table)")
  }

  /// `unicast via 10.22.0.1 on eth0 metric 100`
  fileprivate func way(in namespace: Namespace) -> String {
    let hops = nextHops.map { hop in
      (hop.gateway.map { "via \($0) " } ?? "") + "on \(namespace.name(of: hop.interface)) weight "
        + "\(hop.weight)"
    }
    return [
      kind == .unicast ? nil : kind.rawValue, gateway.map { "via \($0)" },
      interface.map { "on \(namespace.name(of: $0))" },
      hops.isEmpty ? nil : hops.joined(separator: " or "), source.map { "from \($0)" },
      metric == 0 ? nil : "metric \(metric)", scope == .global ? nil : "scope \(scope.rawValue)",
      "by \(origin)",
    ].compactMap { $0 }.joined(separator: " ")
  }
}

extension Namespace {
  fileprivate func name(of index: UInt32) -> String { self[index]?.name ?? "#\(index)" }
}
