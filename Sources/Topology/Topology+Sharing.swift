extension Topology {
  /// The same, with one copy of what is the same in an earlier look: many moments of a node are
  /// kept, and compared, at the price of what is different between them.
  public consuming func sharing(with earlier: Topology) -> Topology {
    let namespaces =
      namespaces == earlier.namespaces
      ? earlier.namespaces
      : namespaces.map { namespace in
        guard let before = earlier[namespace.id] else { return namespace }
        return namespace.sharing(with: before)
      }
    return Topology(
      node: node, takenAt: takenAt, namespaces: namespaces,
      networks: networks == earlier.networks ? earlier.networks : networks,
      firewall: firewall == earlier.firewall ? earlier.firewall : firewall,
      cni: cni == earlier.cni ? earlier.cni : cni, gaps: gaps)
  }
}

extension Namespace {
  fileprivate func sharing(with earlier: Namespace) -> Namespace {
    if self == earlier { return earlier }
    var shared = self
    if interfaces == earlier.interfaces { shared.interfaces = earlier.interfaces }
    if routes == earlier.routes { shared.routes = earlier.routes }
    return shared
  }
}
