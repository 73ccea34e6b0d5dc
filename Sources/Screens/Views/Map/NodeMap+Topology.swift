import Topology

extension NodeMap {
  init(_ shown: App.ShownState) {
    self.init(shown.topology, shown.rules, departed: Array(shown.marks.departed.values))
  }

  /// Pods that departed a moment ago are still on their bridges.
  init(_ topology: Topology, _ rules: RuleIndex, departed: [Marks.Departed] = []) {
    guard let host = topology.host else { return }
    let links = host.interfaces.filter { !$0.isLoopback }
    let ways = Set(host.routes.filter(\.isDefault).compactMap(\.interface))
    var plugged: Set<NamespaceID> = []
    let ports = Dictionary(grouping: links.filter { $0.master != nil }, by: \.master)
    for bridge in links where bridge.kind == "bridge" {
      let found = (ports[bridge.id] ?? []).sorted {
        ($0.port?.number ?? 0) < ($1.port?.number ?? 0)
      }
      .map { Port($0, topology, &plugged) }
      let gone = departed.filter { $0.bridge == bridge.id }
        .map { Port.gone(Pod(item: $0.item)) }
      bridges.append(Switch(bridge: bridge, ports: found + gone))
    }
    others = topology.otherNamespaces.filter { !plugged.contains($0.id) }.map { pod in
      Other(pod: Pod(pod, topology), wire: topology.wire(of: pod))
    }
    let out = links.filter { $0.leadsOut(by: ways) && $0.master == nil }
    uplinks =
      (out.filter { ways.contains($0.id.index) } + out.filter { !ways.contains($0.id.index) })
      .map { link in
        Uplink(
          link: link,
          gateway: host.routes.first { $0.isDefault && $0.interface == link.id.index }?.gateway)
      }
    masquerades = topology.masquerades(rules.masquerades)
  }
}

extension NodeMap.Port {
  fileprivate init(_ link: Interface, _ topology: Topology, _ plugged: inout Set<NamespaceID>) {
    let end = topology.otherEnd(of: link)
    let namespace = end.flatMap { topology[$0.id.namespace] }
    guard let end, let namespace, !namespace.isHost, plugged.insert(namespace.id).inserted else {
      self = .link(link, nil)
      return
    }
    self = .link(link, NodeMap.Pod(namespace, topology, by: end))
  }
}

extension NodeMap.Pod {
  fileprivate init(_ namespace: Namespace, _ topology: Topology, by inside: Interface? = nil) {
    let item = PodItem(namespace, in: topology)
    self.init(item: item, inside: inside ?? item.inside)
  }
}

extension Interface {
  /// Whether what the host sends by it leaves the node. A pod's cable does not, unless it has the
  /// default route; a device that is off and has no address is only there.
  fileprivate func leadsOut(by ways: Set<UInt32>) -> Bool {
    if ways.contains(id.index) { return true }
    if kind == "bridge" || kind == "dummy" { return false }
    if kind == "veth" { return false }
    return isUp && (kind == nil || !addresses.isEmpty)
  }
}

extension Topology {
  /// How a pod that is on no bridge is wired.
  fileprivate func wire(of pod: Namespace) -> String {
    guard let link = pod.interfaces.first(where: { !$0.isLoopback }) else {
      return pod.error ?? "no interface"
    }
    let kind = link.kind ?? "device"
    switch link.peer {
    case .lower(let id): return "\(kind) on \(self[id]?.name ?? "index \(id.index)")"
    case .end(let id):
      let holder = self[id.namespace]
      let place = holder?.isHost == false ? "\(holder?.label.text ?? "") " : ""
      return "\(link.name) ⇄ \(place)\(self[id]?.name ?? "")"
    case .unresolved: return "\(kind), its other end is unresolved"
    case .none: return "\(kind) \(link.name)"
    }
  }
}
