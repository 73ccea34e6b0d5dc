import TUI
import Topology

extension Subject {
  /// A link and its peer; a bridge and the network that has its addresses there.
  static func interface(_ id: InterfaceID) -> Subject {
    Subject(
      details: { app in app.shown.topology[id].map(app.details) ?? [] },
      commands: { app in
        let topology = app.shown.topology
        guard let link = topology[id], let namespace = topology[id.namespace] else { return [] }
        return Equivalent.commands(for: link, in: namespace)
      },
      otherEnd: { app in
        let topology = app.shown.topology
        guard let link = topology[id] else { return nil }
        if let end = topology.otherEnd(of: link) { return Destination(.links, .interface(end.id)) }
        let network = topology.networks.first { $0.bridge == link.name }
        return network.map { Destination(.ipam, .network($0.id)) }
      },
      name: { app in app.shown.topology[id]?.name })
  }
}

extension App {
  fileprivate func details(of link: Interface) -> [Details.Entry] {
    let namespace = shown.topology[link.id.namespace]
    let neighbours = namespace?.neighbours.filter { $0.interface == link.id.index } ?? []
    let routes = namespace?.routes.filter { $0.interface == link.id.index && $0.table == 254 } ?? []
    let end = shown.topology.farEnd(of: link)
    let names =
      [Details.Entry("name", link.name)] + link.altNames.map { .init("altname", $0) }
      + (link.alias.map { [.init("alias", $0)] } ?? [])
    return names + [
      .init("in", namespace?.label.text ?? "–"), .init("kind", link.kindText),
      .init("state", link.stateWord, link.isBroken ? .bad : .good),
    ]
      + (end.isEmpty ? [] : [.init("other end", end)])
      + [mtuDetail(link), .init("mac", link.mac.map { "\($0)" } ?? "–")]
      + (link.port.map { [Details.Entry("port", "\($0.number) \($0.words)")] } ?? [])
      + link.addresses.map { .init("address", "\($0.prefix) \($0.flags.joined(separator: " "))") }
      + routes.map { .init("route", "\($0.destination)" + ($0.gateway.map { " via \($0)" } ?? "")) }
      + neighbours.map { .init("neighbour", "\($0.address) \($0.state)") }
      + link.forwarding.map { .init("fdb", "\($0.mac)" + ($0.isLearned ? " learned" : "")) }
  }

  private func mtuDetail(_ link: Interface) -> Details.Entry {
    guard let limit = shown.topology.smallerLimit(beyond: link) else {
      return .init("mtu", "\(link.mtu)")
    }
    return .init("mtu", "\(link.mtu) ✗ the other end drops what is over \(limit)", .bad)
  }
}
