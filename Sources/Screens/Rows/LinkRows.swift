import Addressing
import TUI
import Topology

extension Topology {
  /// The host's bridges with their ports under them, the host's other links, then those of the pods.
  func linkRows() -> [Row] {
    guard let host else { return namespaces.flatMap { links(of: $0) } }
    let ports = Dictionary(grouping: host.interfaces.filter { $0.master != nil }) { $0.master }
    let tops = host.interfaces.filter { $0.master == nil }
    let bridges = tops.filter { ports[$0.id] != nil }
    let others = tops.filter { ports[$0.id] == nil }
    let grouped = bridges.flatMap { bridge in
      [row(of: bridge, in: host)]
        + (ports[bridge.id] ?? []).map { row(of: $0, in: host, indent: " └ ") }
    }
    return grouped + others.map { row(of: $0, in: host) } + pods.flatMap { links(of: $0) }
  }

  private func links(of namespace: Namespace) -> [Row] {
    namespace.interfaces.filter { !$0.isLoopback }.map { row(of: $0, in: namespace) }
  }

  private func row(of link: Interface, in namespace: Namespace, indent: String = "") -> Row {
    let end = otherEnd(of: link)
    let owner = namespace.isHost ? end.flatMap { self[$0.id.namespace] } : namespace
    let bridge = link.master.flatMap { self[$0] }
    let sendsTooMuch = smallerLimit(beyond: link) != nil
    let isFault = link.isBroken || sendsTooMuch
    return Row(
      id: .interface(link.id),
      cells: [
        indent + link.name, namespace.isHost ? "host" : namespace.label.text, link.kind ?? "device",
        sendsTooMuch && !link.isBroken ? "mtu ✗" : link.stateWord, farEnd(of: link), "", "", "",
        sendsTooMuch ? "\(link.mtu) ✗" : "\(link.mtu)",
        link.mac.map { "\($0)" } ?? "–", link.port?.words ?? "", "",
      ], style: isFault ? .bad : .plain, isFault: isFault, flow: .interface(link.id),
      namespace: owner?.id ?? namespace.id,
      facets: Row.Facets(
        namespace: (owner ?? namespace).label.namespaceWord,
        pod: (owner ?? namespace).label.text.lowercased(),
        address: link.addresses.map { "\($0.prefix.address)" }.joined(separator: " "),
        bridge: (bridge ?? link).name.lowercased(), interface: link.nameWords))
  }

  /// Where the cable leads, in words.
  func farEnd(of link: Interface) -> String {
    switch link.peer {
    case .none: link.master.flatMap { self[$0]?.name } ?? ""
    case .end(let id):
      [self[id.namespace].map { $0.isHost ? "host" : $0.label.text }, self[id]?.name]
        .compactMap { $0 }.joined(separator: " ")
    case .lower(let id): "on \(self[id]?.name ?? "index \(id.index)")"
    case .unresolved(_, let index): "unresolved, index \(index)"
    }
  }
}

extension BridgePort {
  /// State and flags, as far as they are not the usual ones.
  var words: String {
    let flags = [
      isHairpin ? "hairpin" : nil, isIsolated ? "isolated" : nil, learns ? nil : "no-learning",
    ].compactMap { $0 }
    let tags = vlans.map {
      $0.first == $0.last ? "vlan \($0.first)" : "vlan \($0.first)-\($0.last)"
    }
    return ([state.rawValue] + flags + tags).joined(separator: " ")
  }
}

extension Interface {
  /// Its kind, with what only this kind has.
  var kindWords: String {
    let kind = kind ?? "device"
    switch details {
    case .none: return kind
    case .bridge(let bridge):
      let tree = bridge.hasSpanningTree ? "on" : "off"
      let filter = bridge.filtersVLANs ? "on" : "off"
      return "\(kind), stp \(tree), vlan filtering \(filter), ageing \(bridge.ageing) s"
    case .vlan(let id, let tagging): return "\(kind) \(id), \(tagging)"
    case .macvlan(let mode), .ipvlan(let mode), .tun(let mode): return "\(kind), \(mode)"
    case .vxlan(let overlay):
      let ends = [overlay.local, overlay.remote].compactMap { $0.map { "\($0)" } }
      return (["\(kind) \(overlay.id), port \(overlay.port)"] + ends).joined(separator: ", ")
    case .tunnel(let local, let remote):
      let ends = [local, remote].map { $0.map { "\($0)" } ?? "any" }
      return "\(kind), \(ends.joined(separator: " \(Glyph.toRight) "))"
    }
  }
}
