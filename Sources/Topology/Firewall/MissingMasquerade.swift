public import Addressing

/// An address that its network's config wants masqueraded, and no rule masquerades it.
public struct MissingMasquerade: Equatable, Sendable {
  public var network: String
  public var address: IPAddress
  public var namespace: NamespaceID
}

extension Topology {
  /// What is missing, by network and address. Empty where rules could not be read: then an absence
  /// proves nothing.
  public var missingMasquerades: [MissingMasquerade] {
    guard firewall.isComplete else { return [] }
    let rules = firewall.tables.lazy.flatMap(\.chains).flatMap(\.rules)
      .filter { $0.action == .masquerade }
    let served = Set(rules.compactMap(\.namespace))
    let sources = rules.compactMap(\.match.sourcePrefix)
    return networks.filter(\.masquerades).flatMap { network in
      network.holdings.compactMap { holding in
        guard holding.state == .used, let pod = holding.namespace, !served.contains(pod),
          !sources.contains(where: { $0.contains(holding.address) })
        else { return nil }
        return MissingMasquerade(network: network.name, address: holding.address, namespace: pod)
      }
    }
  }
}
