/// Each entry in one line that both sides can say, so that what differs shows at a glance.
extension OurSnapshot.Namespace {
  var linkLines: [String] { interfaces.map(\.line).sorted() }

  var addressLines: [String] {
    interfaces.flatMap { interface in
      interface.addresses.map { address in
        let flags = address.flags.filter { !["permanent", "tentative"].contains($0) }.sorted()
        return line(
          interface.name, address.prefix, peer: address.peer, scope: address.scope,
          flags: flags.joined(separator: ","))
      }
    }.sorted()
  }

  var routeLines: [String] { routes.map(\.line).sorted() }

  var neighbourLines: [String] {
    neighbours.map {
      line($0.address, $0.interface, mac: $0.mac, state: steady($0.state))
    }.sorted()
  }

  var forwardingLines: [String] {
    interfaces.flatMap { interface in
      interface.forwarding.map { entry in
        line(
          interface.name, entry.mac, vlan: entry.vlan.map(String.init),
          destination: entry.destination,
          state: entry.isPermanent ? "permanent" : entry.isLearned ? "" : "static")
      }
    }.sorted()
  }
}

extension OurSnapshot.Interface {
  fileprivate var line: String {
    [
      "\(index) \(name) \(kind ?? "-") mtu \(mtu) \(state) \(isUp ? "up" : "down")",
      "mac \(mac ?? "-") master \(master?.interface ?? "-")",
      "over \((peer?.index ?? parent?.index ?? unresolved?.index).map(String.init) ?? "-")",
      "alias \(alias ?? "-")", isPromiscuous ? "promiscuous" : "",
      bridge.map {
        "bridge \($0.hasSpanningTree) \($0.filtersVLANs) \($0.ageing) \($0.groupAddress) "
          + "\($0.groupForwardMask)"
      } ?? "", (macvlan ?? tun).map { "mode \($0.mode)" } ?? "",
      vxlan.map {
        "vxlan \($0.id) \($0.local ?? "-") \($0.remote ?? "-") \($0.port) \($0.learns)"
      } ?? "",
      port.map {
        "port \($0.number) \($0.state) \($0.isHairpin) \($0.isIsolated) \($0.learns)"
      } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension OurSnapshot.Route {
  fileprivate var line: String {
    let hops = nextHops.map {
      "[\($0.gateway ?? "-") \($0.interface ?? "-") \($0.weight)]"
    }.joined()
    return [
      kind, destination, "via \(gateway ?? "-") dev \(interface ?? "-")", hops,
      "from \(source ?? "-") table \(table) metric \(metric) \(scope) \(origin)",
    ].joined(separator: " ")
  }
}

/// A line of the values that are there.
func line(
  _ first: String, _ second: String?, peer: String? = nil, mac: String? = nil,
  vlan: String? = nil, destination: String? = nil, scope: String? = nil, flags: String? = nil,
  state: String? = nil
) -> String {
  [first, second, peer, mac, vlan, destination, scope, flags, state].map { $0 ?? "-" }
    .joined(separator: " ")
}

/// A neighbour's state, those that pass into each other by themselves taken for one.
func steady(_ state: String) -> String {
  ["REACHABLE", "STALE", "DELAY", "PROBE"].contains(state) ? "KNOWN" : state
}
