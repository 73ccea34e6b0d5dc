import Export
import Topology

extension App {
  /// The equivalent commands of what is selected.
  var commands: [String] {
    let topology = shown.topology
    switch selected {
    case .namespace(let id):
      return topology[id].map { Equivalent.commands(for: $0) } ?? []
    case .interface(let id):
      guard let link = topology[id], let namespace = topology[id.namespace] else { return [] }
      return Equivalent.commands(for: link, in: namespace)
    case .network: return network.map { [Equivalent.command(for: allocation, in: $0)] } ?? []
    case .rule(let id): return [Equivalent.command(for: id.chain)]
    case .chain(let id): return [Equivalent.command(for: id)]
    case .forwarding: return ["sysctl net.ipv4.ip_forward"]
    case .missing: return ["nft list ruleset", "iptables-legacy-save -t nat"]
    case .event:
      return row?.namespace.flatMap { topology[$0] }.map { Equivalent.commands(for: $0) } ?? []
    case .cni(let rowID): return cniCommands(rowID)
    case .masquerade(let rule): return [Equivalent.command(for: rule.chain)]
    case .wire(.entry(let index)):
      return job.map { index < $0.entries.count ? $0.entries[index].commands : [] } ?? []
    case .wire, .group, .owner, nil: return []
    }
  }

  /// What `y` copies.
  var value: String? {
    if isInGrid, let address = cellAddress { return "\(address)" }
    if case .interface(let id) = selected { return shown.topology[id]?.name }
    if case .cni(let rowID) = selected { return cniValue(rowID) }
    return view == .events ? event?.change.name : row?.cells.first
  }
}
