public import Addressing

/// An address that its network's config wants masqueraded, and no rule masquerades it.
public struct MissingMasquerade: Equatable, Sendable {
  public var network: String
  public var address: IPAddress
  public var namespace: NamespaceID

  public init(network: String, address: IPAddress, namespace: NamespaceID) {
    self.network = network
    self.address = address
    self.namespace = namespace
  }
}

extension Topology {
  /// What is missing, by network and address; only of addresses that are seen to be up. Empty where
  /// rules could not be read: then an absence proves nothing.
  public var missingMasquerades: [MissingMasquerade] {
    let masqueraded = networks.filter(\.masquerades)
    guard firewall.isComplete, !masqueraded.isEmpty else { return [] }
    let sources = MasqueradedSources(firewall)
    return masqueraded.flatMap { network in
      network.allocations.compactMap { allocation in
        guard allocation.state == .used, !allocation.places.isEmpty,
          let namespace = allocation.namespace,
          !sources.contains(allocation.address)
        else { return nil }
        return MissingMasquerade(
          network: network.name, address: allocation.address, namespace: namespace)
      }
    }
  }
}

/// The addresses whose packets some rule gives another source.
private struct MasqueradedSources {
  private var addresses: Set<IPAddress> = []
  private var prefixes: [Prefix] = []
  /// Families with a rule of a person's own whose sources are beyond us, such as a set's.
  private var unclear: Set<String> = []

  init(_ firewall: Firewall) {
    for rule in firewall.tables.lazy.filter({ !$0.isDormant }).flatMap(\.chains).flatMap(\.rules)
    where rule.action.changesSource {
      add(rule)
    }
  }

  func contains(_ address: IPAddress) -> Bool {
    addresses.contains(address) || prefixes.contains { $0.contains(address) }
      || unclear.contains("inet") || unclear.contains(address.family == .v6 ? "ip6" : "ip")
  }

  private mutating func add(_ rule: Rule) {
    if let prefix = rule.match.sourcePrefix {
      if prefix.isHost { addresses.insert(prefix.address) } else { prefixes.append(prefix) }
    } else if let address = rule.match.source.flatMap({ IPAddress($0) }) {
      addresses.insert(address)
    } else if rule.owner == .other {
      unclear.insert(rule.id.chain.table.family)
    }
  }
}
