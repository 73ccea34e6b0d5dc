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
    let then = lost.keyed(by: \.place)
    let now = won.keyed(by: \.place)
    report(.removed, lost.filter { now[$0.place] == nil }, of: before, in: after)
    report(.added, won.filter { then[$0.place] == nil }, of: after, in: after)
    for route in won {
      guard let earlier = then[route.place] else { continue }
      report(
        .route(
          .changed(from: RouteFacts(earlier, in: before), to: RouteFacts(route, in: after))),
        in: after)
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
    _ kind: Change.Kind, _ routes: [Route], of namespace: Namespace, in place: Namespace
  ) {
    guard routes.count > 3 else {
      for route in routes {
        let facts = RouteFacts(route, in: namespace)
        report(.route(kind == .added ? .added(facts) : .removed(facts)), in: place)
      }
      return
    }
    report(
      .routes(kind, count: routes.count, first: routes[0]), in: place, count: routes.count)
  }
}

extension Route {
  /// Two routes in one place are one route that changed.
  fileprivate struct Place: Hashable {
    var destination: Prefix
    var table: UInt32
  }

  fileprivate var place: Place { Place(destination: destination, table: table) }
}
