import Topology

extension Comparison {
  mutating func compareNode() {
    guard old.node != new.node else { return }
    let details = [
      change("name", old.node.name, new.node.name),
      change("kernel", old.node.kernel, new.node.kernel),
      change("booted", old.node.bootedAt, new.node.bootedAt, \.rfc3339),
      change("agents", old.node.agents, new.node.agents) { $0.joined(separator: ", ") },
      change("forwarding of IPv4", old.node.forwardsIPv4, new.node.forwardsIPv4) {
        $0 ? "on" : "off"
      },
    ].compactMap { $0 }
    report(.changed, .cnitop, new.node.name, details.joined(separator: ", "))
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
    let details = [
      before.label.text == after.label.text ? nil : "was \(before.label.text)",
      change("named by", before.label.source, after.label.source, \.rawValue),
      change("error", before.error, after.error),
      change("paths", before.paths, after.paths) { $0.joined(separator: ", ") },
      before.processes.isEmpty == after.processes.isEmpty
        ? nil : after.processes.isEmpty ? "no process in it any more" : "a process is in it",
      change("containers", before.containers, after.containers) { containers in
        containers.map(\.words).joined(separator: ", ")
      },
    ].compactMap { $0 }
    if !details.isEmpty { report(.changed, after, details.joined(separator: ", ")) }
    compareInterfaces(before, after)
    if before.routes != after.routes { compareRoutes(before, after) }
  }
}

extension Container {
  /// `default/web-7d9 (mynet eth0)`
  fileprivate var words: String {
    guard !attachments.isEmpty else { return title }
    let networks = attachments.map { "\($0.network) \($0.interface)" }.joined(separator: ", ")
    return "\(title) (\(networks))"
  }
}
