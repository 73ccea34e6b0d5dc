import Addressing
import TUI
import Topology

extension NodeMap {
  /// Beyond so many ports, those of one Kubernetes namespace are one row.
  private static let fewPorts = 24

  /// The same as a tree; what is folded has no children.
  func rows(isUnfolded: (RowID) -> Bool) -> [Row] {
    let hidden = masquerades.map { Branch(row: $0.row) }
    let ways = uplinks.enumerated().map { index, uplink in
      Branch(
        row: Row(uplink.link, uplink.addresses), children: index == 0 ? hidden : [])
    }
    let switches = bridges.map { it in
      Branch(
        row: it.row,
        children: isUnfolded(.interface(it.bridge.id)) ? branches(of: it, isUnfolded) : [])
    }
    let rest = others.map { Branch(row: $0.mapRow) }
    return Branch.rows(ways + (uplinks.isEmpty ? hidden : []) + switches + rest)
  }

  private func branches(of bridge: Switch, _ isUnfolded: (RowID) -> Bool) -> [Branch] {
    let words = bridge.ports.map { $0.pod?.row.facets.namespace ?? "" }
    let groups = Dictionary(grouping: bridge.ports.indices) { words[$0] }
    guard bridge.ports.count > Self.fewPorts else {
      return bridge.ports.map { Branch(row: $0.mapRow) }
    }
    return groups.keys.sorted { $0.precedesNaturally($1) }.map { word in
      let ports = (groups[word] ?? []).map { bridge.ports[$0] }
      let rowID = RowID.group(bridge.bridge.id, word)
      return Branch(
        row: Row(group: rowID, named: word, ports),
        children: isUnfolded(rowID) ? ports.map { Branch(row: $0.mapRow) } : [])
    }
  }
}

extension NodeMap.Switch {
  fileprivate var row: Row {
    var row = Row(bridge, bridge.globalAddresses)
    let plugs = ports.count == 1 ? "1 port" : "\(ports.count) ports"
    row.cells[2] = "bridge  \(plugs)" + (bridge.isBroken ? "  ✗ \(bridge.stateWord)" : "")
    if !bridge.isBroken { row.style = .title }
    return row
  }
}

extension NodeMap.Port {
  fileprivate var mapRow: Row {
    switch self {
    case .gone(let pod): return pod.mapRow(named: "gone")
    case .link(let link, let pod):
      guard let pod else { return Row(link, link.globalAddresses) }
      return pod.mapRow(named: "\(link.name) \(Glyph.peers) \(pod.inside?.name ?? "")")
    }
  }
}

extension NodeMap.Other {
  fileprivate var mapRow: Row { pod.mapRow(named: wire) }
}

extension NodeMap.Pod {
  fileprivate func mapRow(named name: String) -> Row {
    var row = row
    row.cells = [name, addresses.first ?? row.cells[1], row.cells[0]]
    return row
  }
}

extension NodeMap.Masquerade {
  fileprivate var row: Row {
    Row(
      id: rowID, cells: ["masquerade \(source)", "→ \(target)", ""], flow: flow,
      facets: Row.Facets(address: source))
  }
}

extension Row {
  fileprivate init(group: RowID, named word: String, _ ports: [NodeMap.Port]) {
    let faults = ports.count { $0.pod?.row.isFault == true }
    let note = faults > 0 ? "  ✗ \(faults)" : ""
    self.init(
      id: group, cells: [word.isEmpty ? "(none)" : word, "", "\(ports.count) pods\(note)"],
      style: faults > 0 ? .bad : .plain, isFault: faults > 0,
      facets: Facets(namespace: word, pod: word))
  }
}

extension Row {
  /// A link of the host on its own.
  fileprivate init(_ link: Interface, _ addresses: String) {
    let kind = link.kind ?? "device"
    self.init(
      id: .interface(link.id),
      cells: [link.name, addresses, kind + (link.isBroken ? "  ✗ \(link.stateWord)" : "")],
      style: link.isBroken ? .bad : .plain, isFault: link.isBroken, flow: .interface(link.id),
      namespace: link.id.namespace,
      facets: Facets(
        address: addresses, bridge: link.name.lowercased(), interface: link.nameWords))
  }
}

extension Interface {
  fileprivate var globalAddresses: String {
    addresses.filter { $0.scope == .global }.map { "\($0.prefix)" }.joined(separator: "  ")
  }
}
