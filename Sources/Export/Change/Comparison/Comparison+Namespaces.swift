import Topology

extension Comparison {
  mutating func compareNode() {
    if old.node != new.node { report(.node(from: old.node, to: new.node)) }
  }

  mutating func compareNamespaces() {
    for namespace in old.namespaces where gone.contains(namespace.id) {
      reportRemoval(of: namespace)
    }
    for namespace in new.namespaces {
      if let before = old[namespace.id] {
        if before != namespace { compare(before, namespace) }
      } else {
        reportArrival(of: namespace)
      }
    }
  }

  private mutating func compare(_ before: Namespace, _ after: Namespace) {
    let (then, now) = (NamespaceFacts(before), NamespaceFacts(after))
    if then != now { report(.namespace(from: then, to: now), of: after) }
    compareInterfaces(before, after)
    if before.routes != after.routes { compareRoutes(before, after) }
  }
}
