import Addressing
import Topology

/// One pod that came or went, and what came or went with it.
extension Comparison {
  mutating func reportArrival(of pod: Namespace) {
    let leases = new.leases(of: pod.id)
    let rules = new.rules(of: pod.id)
    var parts = [wiring(of: pod, in: new)]
    if !leases.isEmpty { parts.append("lease") }
    if rules.contains(where: { $0.action == .masquerade }) { parts.append("masquerade") }
    report(
      .added, pod, parts.joined(separator: ", "),
      count: 1 + hostEnds(of: pod, in: new) + leases.count + rules.count)
  }

  mutating func reportRemoval(of pod: Namespace) {
    let leases = old.leases(of: pod.id)
    let left = leases.filter { network, address in
      new.networks.first { $0.id == network }?.allocation(of: address)?.lease != nil
    }
    let rules = old.rules(of: pod.id)
    let leftRules = rules.filter { rule in new.chain(rule.id.chain)?.keeps(rule) == true }
    var sentence = pod.plainAddresses.joined(separator: ", ")
    sentence += sentence.isEmpty ? "gone" : " gone"
    if !left.isEmpty { sentence += "; its lease stayed" }
    if !leftRules.isEmpty {
      sentence += leftRules.count == 1 ? "; its rule stayed" : "; its rules stayed"
    }
    report(
      .removed, pod, sentence,
      count: 1 + hostEnds(of: pod, in: old) + leases.count - left.count + rules.count
        - leftRules.count)
  }

  /// `10.22.0.2 on cni0 by veth5e41415a`
  private func wiring(of pod: Namespace, in topology: Topology) -> String {
    let addresses = pod.plainAddresses
    var text = addresses.isEmpty ? "no address" : addresses.joined(separator: ", ")
    for interface in pod.interfaces {
      switch interface.peer {
      case .end(let id):
        guard let end = topology[id] else { continue }
        let bridge = end.master.flatMap { topology[$0] }
        text += bridge.map { " on \($0.name)" } ?? ""
        return text + " by \(end.name)"
      case .lower(let id):
        return text + (topology[id].map { " by \(interface.name) on \($0.name)" } ?? "")
      case .none, .unresolved: continue
      }
    }
    return text
  }

  private func hostEnds(of pod: Namespace, in topology: Topology) -> Int {
    pod.interfaces.count { interface in
      guard let end = topology.otherEnd(of: interface) else { return false }
      return end.id.namespace != pod.id
    }
  }
}

extension Namespace {
  /// The addresses others reach it by: IPv4 first, neither loopback nor link-local.
  var plainAddresses: [String] {
    interfaces.flatMap(\.addresses).map(\.prefix.address)
      .filter { !$0.isLoopback && !$0.isLinkLocal }.sorted().map(\.description)
  }
}

extension Topology {
  /// Where the leases of a pod are: network and address.
  func leases(of pod: NamespaceID) -> [(network: String, address: IPAddress)] {
    networks.flatMap { network in
      network.allocations.lazy.filter { $0.namespace == pod && $0.lease != nil }
        .map { (network.id, $0.address) }
    }
  }

  /// The rules that serve a pod.
  func rules(of pod: NamespaceID) -> [Rule] {
    firewall.tables.flatMap { table in
      table.chains.flatMap { chain in chain.rules.filter { $0.namespace == pod } }
    }
  }

  func chain(_ id: ChainID) -> RuleChain? {
    firewall.tables.first { $0.id == id.table }?.chains.first { $0.id == id }
  }
}
