public import Netlink

/// Hears what changes in this namespace and in every namespace it has a number for.
public typealias RouteListener = EventListener<RouteEvent>

extension EventListener where Event == RouteEvent {
  public init() throws(KernelError) {
    try self.init(.route, groups: RouteGroup.allCases.map(\.rawValue), allNamespaces: true) {
      (message) throws(WireError) in try RouteEvent(message)
    }
  }
}
