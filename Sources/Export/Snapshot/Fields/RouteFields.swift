import Addressing
import Topology

extension Route: Coded {
  static var blank: Route { Route(destination: Prefix(host: .v4(0))) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("destination", &destination)
    try coder.field("kind", &kind)
    try coder.field("gateway", &gateway)
    let index = interface
    try coder.derived("interface", index.flatMap { context.name(of: $0) })
    try coder.field("index", &interface)
    try coder.list("nextHops", &nextHops, context)
    try coder.field("source", &source)
    try coder.field("table", &table)
    try coder.field("metric", &metric)
    try coder.field("scope", &scope)
    try coder.field("origin", &origin)
  }
}

extension Route.NextHop: Coded {
  static var blank: Route.NextHop { Route.NextHop(interface: 0) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("gateway", &gateway)
    try coder.field(interface: &interface, context)
    try coder.field("weight", &weight)
  }
}

extension Neighbour: Coded {
  static var blank: Neighbour { Neighbour(address: .v4(0), interface: 0, state: "") }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("address", &address)
    try coder.field(interface: &interface, context)
    try coder.field("mac", &mac)
    try coder.field("state", &state)
  }
}
