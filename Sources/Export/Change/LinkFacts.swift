public import Topology

/// An interface, and what those it refers to are called.
public struct LinkFacts: Equatable, Sendable {
  /// Without counters and forwarding entries, which make no change.
  public var interface: Interface
  public var master: InterfaceReference?
  /// The other end of its cable, or its lower link.
  public var peer: InterfaceReference?

  public init(
    _ interface: Interface, master: InterfaceReference? = nil, peer: InterfaceReference? = nil
  ) {
    self.interface = interface
    self.interface.counters = Counters()
    self.interface.forwarding = []
    self.master = master
    self.peer = peer
  }
}

/// An interface by id, with the names that it and its namespace had, where it was in sight.
public struct InterfaceReference: Hashable, Sendable {
  public var id: InterfaceID
  public var name: String?
  public var namespace: String?

  public init(_ id: InterfaceID, name: String? = nil, namespace: String? = nil) {
    self.id = id
    self.name = name
    self.namespace = namespace
  }

  init(_ id: InterfaceID, in topology: Topology) {
    self.init(id, name: topology.name(of: id), namespace: topology[id.namespace]?.label.text)
  }
}

/// A route, and what the interfaces that it leads out of are called.
public struct RouteFacts: Equatable, Sendable {
  public var route: Route
  /// By index.
  public var names: [UInt32: String]

  public init(_ route: Route, names: [UInt32: String] = [:]) {
    self.route = route
    self.names = names
  }

  init(_ route: Route, in namespace: Namespace) {
    self.init(route)
    if let index = route.interface { names[index] = namespace.name(of: index) }
    for hop in route.nextHops { names[hop.interface] = namespace.name(of: hop.interface) }
  }
}
