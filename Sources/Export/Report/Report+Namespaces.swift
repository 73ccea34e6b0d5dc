import Addressing
import Quoting
import Topology

extension Report {
  /// Every namespace but the host's: an interface in a line.
  var namespaces: [String] {
    var table = TextTable(["POD", "NAMED BY", "ADDRESS", "IF", "VETH", "BRIDGE", "MTU", "STATE"])
    for namespace in topology.otherNamespaces {
      let interfaces = namespace.interfaces.filter { !$0.isLoopback }
      if interfaces.isEmpty {
        table.add([
          namespace.label.text, namespace.label.source.rawValue, "", "", "", "", "",
          namespace.error ?? "",
        ])
      }
      for (position, interface) in interfaces.enumerated() {
        let end = topology.otherEnd(of: interface)
        table.add([
          position == 0 ? namespace.label.text : "″",
          position == 0 ? namespace.label.source.rawValue : "",
          interface.shownAddresses, interface.name, end?.name ?? "",
          end?.master.flatMap { topology[$0] }?.name ?? "", "\(interface.mtu)",
          interface.shownState,
        ])
      }
    }
    return table.isEmpty ? [] : table.lines
  }

  /// Of the host's namespace: each bridge with its ports below, then the rest.
  var links: [String] {
    guard let host = topology.host else { return [] }
    var table = TextTable([
      "LINK", "KIND", "STATE", "PORT", "MTU", "MAC", "ADDRESS", "OTHER END",
    ])
    let masters = Set(host.interfaces.compactMap(\.master))
    for bridge in host.interfaces where masters.contains(bridge.id) || bridge.kind == "bridge" {
      add(bridge, under: nil, to: &table)
      for port in host.interfaces where port.master == bridge.id {
        add(port, under: bridge, to: &table)
      }
    }
    for interface in host.interfaces
    where !masters.contains(interface.id) && interface.kind != "bridge" {
      if interface.master.map(masters.contains) != true { add(interface, under: nil, to: &table) }
    }
    return table.isEmpty ? [] : table.lines
  }

  private func add(_ interface: Interface, under bridge: Interface?, to table: inout TextTable) {
    table.add([
      (bridge == nil ? "" : "  ") + interface.name, interface.kind ?? "", interface.shownState,
      interface.port.map { "\($0.number) \($0.state.rawValue)" } ?? "", "\(interface.mtu)",
      interface.mac?.description ?? "", interface.shownAddresses, otherEnd(of: interface),
    ])
  }

  private func otherEnd(of interface: Interface) -> String {
    switch interface.peer {
    case .none: ""
    case .end(let id), .lower(let id):
      [topology[id.namespace]?.label.text, topology[id]?.name].compactMap { $0 }
        .joined(separator: " ")
    case .unresolved: "unresolved"
    }
  }
}

extension Interface {
  fileprivate var shownAddresses: String {
    addresses.map(\.prefix).filter { !$0.address.isLinkLocal }.map(\.description)
      .joined(separator: ", ")
  }

  fileprivate var shownState: String { isUp ? state.rawValue : "off" }
}
