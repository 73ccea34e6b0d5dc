import TUI
import Topology

extension Subject {
  static func namespace(_ id: NamespaceID) -> Subject {
    Subject(
      details: { app in app.shown.topology[id].map(app.details) ?? [] },
      commands: { app in app.shown.topology[id].map { Equivalent.commands(for: $0) } ?? [] },
      otherEnd: { app in
        let topology = app.shown.topology
        guard let inside = topology[id]?.interfaces.first(where: { !$0.isLoopback }) else {
          return nil
        }
        return Destination(.links, .interface((topology.otherEnd(of: inside) ?? inside).id))
      })
  }

  /// The pods of one Kubernetes namespace.
  static func group(_ name: String) -> Subject {
    Subject(details: { _ in [.init("namespace", name), .init("↵", "folds, unfolds")] })
  }
}

extension App {
  fileprivate func details(of pod: Namespace) -> [Details.Entry] {
    let processes = pod.processes.prefix(4).map { "\($0.id) \($0.name)" }
    let head =
      [Details.Entry("netns", pod.paths.first ?? "\(pod.id)")]
      + (processes.isEmpty
        ? [] : [Details.Entry("processes", processes.joined(separator: ", "))])
    let error = pod.error.map { [Details.Entry("error", $0, .bad)] } ?? []
    let links = pod.interfaces.filter { !$0.isLoopback }.flatMap { link in
      [Details.Entry("cable", "\(link.name) ⇄ \(shown.topology.farEnd(of: link))")]
        + link.altNames.map { Details.Entry("altname", $0) }
        + link.addresses.map { Details.Entry("address", "\($0.prefix)", .good) }
    }
    let routes = pod.routes.filter { $0.isDefault && $0.gateway != nil }.compactMap { route in
      route.gateway.map { Details.Entry("gateway", "\($0)") }
    }
    let leases = shown.topology.networks.flatMap { network in
      network.allocations.filter { $0.namespace == pod.id }.map {
        Details.Entry("ipam", "\(network.name) \($0.address) \($0.state.rawValue)")
      }
    }
    return head + error + links + routes + leases + masquerades(of: pod)
      + pod.containers.map { Details.Entry("container", $0.id) }
  }

  /// The rules that hide its addresses, with what they have counted, and those that are missing.
  private func masquerades(of pod: Namespace) -> [Details.Entry] {
    let rules = shown.rules.masquerades.filter { $0.namespace == pod.id }
    let missing = shown.rules.missing.filter { $0.namespace == pod.id }
    return rules.map { rule in
      let counter = shown.traffic.rules[rule.id]?.counter ?? rule.counter
      let count = counter.map { "\(Quantity.count($0.packets)) pkts" } ?? "not counted"
      return .init("masq", "\(rule.match.source ?? "any")  \(count)", .good)
    } + missing.map { .init("masq", "✗ \($0.address): no rule for it", .bad) }
  }
}
