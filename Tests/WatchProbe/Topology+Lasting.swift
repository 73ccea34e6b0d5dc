import Addressing
import Topology

extension Topology {
  /// Without what changes by itself and has no events, and in an order of its own.
  var lasting: Topology {
    Topology(
      node: node, takenAt: Timestamp(seconds: 0), namespaces: namespaces.map(\.lasting),
      networks: networks, firewall: firewall.lasting, cni: cni, gaps: gaps)
  }

  /// The values that differ, one line each.
  func differences(from other: Topology) -> String {
    let places = Set((namespaces + other.namespaces).map(\.id)).sorted()
    let pods = places.filter { self[$0] != other[$0] }.map { id in
      "view:  \(self[id].map { "\($0)" } ?? "no \(id)")\n"
        + "truth: \(other[id].map { "\($0)" } ?? "no \(id)")"
    }
    let rest = [
      networks == other.networks ? nil : "networks \(networks)\n\(other.networks)",
      firewall == other.firewall ? nil : "firewall \(firewall)\n\(other.firewall)",
      cni == other.cni ? nil : "cni \(cni)\n\(other.cni)",
      gaps == other.gaps ? nil : "gaps \(gaps)\n\(other.gaps)",
      node == other.node ? nil : "node \(node)\n\(other.node)",
      namespaces.map(\.id) == other.namespaces.map(\.id) ? nil : "order of namespaces",
    ].compactMap { $0 }
    return (pods + rest).joined(separator: "\n")
  }
}

extension Namespace {
  fileprivate var lasting: Namespace {
    var lasting = self
    lasting.neighbours = []
    if isHost || !paths.isEmpty { lasting.processes = [] }
    lasting.routes.sort { "\($0)" < "\($1)" }
    for position in lasting.interfaces.indices {
      lasting.interfaces[position].counters = Counters()
      lasting.interfaces[position].forwarding = []
      // The kernel tells nobody when it does this by itself, as for a macvlan on a veth (__dev_set_rx_mode).
      lasting.interfaces[position].isPromiscuous = false
      lasting.interfaces[position].addresses.sort { $0.prefix.description < $1.prefix.description }
    }
    return lasting
  }
}

extension Firewall {
  fileprivate var lasting: Firewall {
    var lasting = self
    for table in lasting.tables.indices {
      for chain in lasting.tables[table].chains.indices {
        lasting.tables[table].chains[chain].policyCounter = nil
        for rule in lasting.tables[table].chains[chain].rules.indices {
          lasting.tables[table].chains[chain].rules[rule].counter = nil
        }
      }
    }
    return lasting
  }
}
