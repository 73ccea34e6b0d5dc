import Topology

extension App {
  /// Pod → its cable's host end ⇄ its own end; bridge → network; rule and lease → pod.
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
      if let holder = holding?.namespace { show(.pods, selecting: .namespace(holder)) }
    case .rule:
      if let pod = row?.namespace { show(.pods, selecting: .namespace(pod)) }
    case .chain, .owner, nil: return
    }
  }
}
