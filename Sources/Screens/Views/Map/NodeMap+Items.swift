import Addressing
import TUI
import Topology

extension NodeMap {
  /// Beyond so many ports, those of one Kubernetes namespace are one row.
  private static let fewPorts = 24

  /// The same as a tree; what is folded has no children.
  func items(isUnfolded: (RowID) -> Bool) -> [MapItem] {
    let hidden = masquerades.map { Branch(item: $0.mapItem) }
    let ways = uplinks.enumerated().map { index, uplink in
      Branch(
        item: MapItem(uplink.link, uplink.addresses), children: index == 0 ? hidden : [])
    }
    let switches = bridges.map { it in
      Branch(
        item: it.mapItem,
        children: isUnfolded(.interface(it.bridge.id)) ? branches(of: it, isUnfolded) : [])
    }
    let rest = others.map { Branch(item: $0.pod.mapItem(named: $0.wire)) }
    return Branch.items(ways + (uplinks.isEmpty ? hidden : []) + switches + rest)
  }

  private func branches(of bridge: Switch, _ isUnfolded: (RowID) -> Bool) -> [Branch] {
    guard bridge.ports.count > Self.fewPorts else {
      return bridge.ports.map { Branch(item: $0.mapItem) }
    }
    let groups = Dictionary(grouping: bridge.ports) { $0.pod?.item.pod.label.namespaceWord ?? "" }
    return groups.keys.sorted { $0.precedesNaturally($1) }.map { word in
      let ports = groups[word] ?? []
      let group = RowID.group(bridge.bridge.id, word)
      return Branch(
        item: MapItem(group: group, named: word, ports),
        children: isUnfolded(group) ? ports.map { Branch(item: $0.mapItem) } : [])
    }
  }
}

extension NodeMap.Switch {
  fileprivate var mapItem: MapItem {
    var item = MapItem(bridge, bridge.globalAddresses)
    let plugs = ports.count == 1 ? "1 port" : "\(ports.count) ports"
    item.about = "bridge  \(plugs)" + (bridge.isBroken ? "  ✗ \(bridge.stateWord)" : "")
    if !bridge.isBroken { item.outline.style = .title }
    return item
  }
}

extension NodeMap.Port {
  fileprivate var mapItem: MapItem {
    switch self {
    case .gone(let pod): return pod.mapItem(named: "gone")
    case .link(let link, let pod):
      guard let pod else { return MapItem(link, link.globalAddresses) }
      return pod.mapItem(named: "\(link.name) \(Glyph.peers) \(pod.inside?.name ?? "")")
    }
  }
}

extension NodeMap.Pod {
  fileprivate func mapItem(named name: String) -> MapItem {
    MapItem(
      outline: item.outline, name: name, address: addresses.first ?? item.addresses.first ?? "–",
      about: item.pod.label.text)
  }
}

extension NodeMap.Masquerade {
  fileprivate var mapItem: MapItem {
    MapItem(
      outline: Row(id: rowID, flow: flow, facets: Row.Facets(address: source)),
      name: "masquerade \(source)", address: "→ \(target)")
  }
}

extension MapItem {
  fileprivate init(group: RowID, named word: String, _ ports: [NodeMap.Port]) {
    let faults = ports.count { $0.pod?.item.isFault == true }
    let note = faults > 0 ? "  ✗ \(faults)" : ""
    self.init(
      outline: Row(
        id: group, style: faults > 0 ? .bad : .plain, isFault: faults > 0,
        facets: Row.Facets(namespace: word, pod: word)),
      name: word.isEmpty ? "(none)" : word, about: "\(ports.count) pods\(note)")
  }

  /// A link of the host on its own.
  fileprivate init(_ link: Interface, _ addresses: String) {
    let kind = link.kind ?? "device"
    self.init(
      outline: Row(
        id: .interface(link.id), style: link.isBroken ? .bad : .plain, isFault: link.isBroken,
        flow: .interface(link.id), namespace: link.id.namespace,
        facets: Row.Facets(
          address: addresses, bridge: link.name.lowercased(), interface: link.nameWords)),
      name: link.name, address: addresses,
      about: kind + (link.isBroken ? "  ✗ \(link.stateWord)" : ""))
  }
}

extension Interface {
  fileprivate var globalAddresses: String {
    addresses.filter { $0.scope == .global }.map { "\($0.prefix)" }.joined(separator: "  ")
  }
}
