public import Topology

extension Topology {
  /// The same node with other namespaces.
  public func replacing(namespaces: [Namespace]) -> Topology {
    Topology(
      node: node, takenAt: takenAt, namespaces: namespaces, networks: networks, firewall: firewall,
      cni: cni, gaps: gaps)
  }

  /// The same node without this namespace.
  public func without(_ id: NamespaceID) -> Topology {
    replacing(namespaces: namespaces.filter { $0.id != id })
  }

  /// The same node with one namespace edited.
  public func editing(_ id: NamespaceID, _ edit: (inout Namespace) -> Void) -> Topology {
    replacing(
      namespaces: namespaces.map { namespace in
        var copy = namespace
        if copy.id == id { edit(&copy) }
        return copy
      })
  }

  /// The same node with one interface edited.
  public func editing(_ id: InterfaceID, _ edit: (inout Interface) -> Void) -> Topology {
    editing(id.namespace) { namespace in
      for position in namespace.interfaces.indices where namespace.interfaces[position].id == id {
        edit(&namespace.interfaces[position])
      }
    }
  }

  /// The same node after whatever `edit` does to what is not a namespace.
  public func changing(_ edit: (inout Topology) -> Void) -> Topology {
    var copy = self
    edit(&copy)
    return copy
  }
}
