import Addressing
import Topology

extension Difference<RouteFacts> {
  var text: String { text(\.way) }
}

extension Route {
  var title: String {
    (isDefault ? "default" : "\(destination)") + (table == 254 ? "" : " of table \(table)")
  }
}

extension RouteFacts {
  /// `unicast via 10.22.0.1 on eth0 metric 100`
  fileprivate var way: String {
    let hops = route.nextHops.map { hop in
      (hop.gateway.map { "via \($0) " } ?? "") + "on \(name(of: hop.interface)) weight "
        + "\(hop.weight)"
    }
    return [
      route.kind == .unicast ? nil : route.kind.rawValue, route.gateway.map { "via \($0)" },
      route.interface.map { "on \(name(of: $0))" },
      hops.isEmpty ? nil : hops.joined(separator: " or "), route.source.map { "from \($0)" },
      route.metric == 0 ? nil : "metric \(route.metric)",
      route.scope == .global ? nil : "scope \(route.scope.rawValue)", "by \(route.origin)",
    ].compactMap { $0 }.joined(separator: " ")
  }

  private func name(of index: UInt32) -> String { names[index] ?? "#\(index)" }
}
