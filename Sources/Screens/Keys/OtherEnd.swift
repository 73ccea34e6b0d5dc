import Topology

extension App {
  /// Pod → its cable's host end ⇄ its own end; bridge → network; lease → rule → pod.
  mutating func goToOtherEnd() {
    let topology = shown.topology
    switch selected {
    case .namespace(let id):
      guard let inside = topology[id]?.interfaces.first(where: { !$0.isLoopback }) else { return }
      show(.links, selecting: .interface((topology.otherEnd(of: inside) ?? inside).id))
    case .interface(let id):
      guard let link = topology[id] else { return }
      if let end = topology.otherEnd(of: link) {
        show(.links, selecting: .interface(end.id))
      } else if let network = topology.networks.first(where: { $0.bridge == link.name }) {
        show(.ipam, selecting: .network(network.id))
      }
    case .network:
      if let holder = allocation?.namespace { showRule(of: holder) }
    case .rule, .missing:
      if let pod = row?.namespace { show(.pods, selecting: .namespace(pod)) }
    case .event: event.map { goToPod(of: $0) }
    case .cni(let rowID): goToOtherEnd(ofCNI: rowID)
    case .masquerade(let rule): show(.nat, selecting: .rule(rule))
    case .forwarding, .chain, .owner, .group, .wire, nil: return
    }
  }

  /// The rule that serves a pod, or the pod itself where none does.
  private mutating func showRule(of pod: NamespaceID) {
    let rules = shown.topology.ruleRows(shown.rules)
    if let row = rules.first(where: { $0.namespace == pod }) {
      show(.nat, selecting: row.id)
    } else {
      show(.pods, selecting: .namespace(pod))
    }
  }
}
