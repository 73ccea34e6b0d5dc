import Addressing
import Topology

extension Difference<LinkFacts> {
  var text: String {
    switch self {
    case .added(let link), .removed(let link): link.summary
    case .changed(let before, let after): after.texts(since: before).joined(separator: ", ")
    }
  }
}

extension LinkFacts {
  /// `veth on cni0, 10.22.0.1/16`
  fileprivate var summary: String {
    let kind = interface.kind ?? (interface.isLoopback ? "loopback" : "device")
    let place = master?.name.map { " on \($0)" } ?? ""
    return ([kind + place] + interface.addresses.map(\.prefix.description))
      .joined(separator: ", ")
  }

  /// A text for each thing that changed about the interface itself, its addresses apart.
  func texts(since earlier: LinkFacts) -> [String] {
    let (before, after) = (earlier.interface, interface)
    return [
      before.name == after.name ? nil : "was \(before.name)",
      change("altnames", before.altNames, after.altNames) {
        $0.isEmpty ? "none" : $0.joined(separator: " ")
      },
      change("alias", before.alias, after.alias),
      change("kind", before.kind, after.kind),
      before.isUp == after.isUp ? nil : after.isUp ? "switched on" : "switched off",
      before.state == after.state
        ? nil : "\(before.state.rawValue) → \(after.state.rawValue)",
      before.isPromiscuous == after.isPromiscuous
        ? nil : after.isPromiscuous ? "promiscuous" : "no longer promiscuous",
      change("mtu", before.mtu, after.mtu),
      change("mac", before.mac, after.mac),
      change("permanent mac", before.permanentMAC, after.permanentMAC),
      masterText(since: earlier),
      before.peer == after.peer ? nil : "peer \(earlier.peerText) → \(peerText)",
      before.details == after.details ? nil : "\(before.details.text) → \(after.details.text)",
    ].compactMap { $0 } + portTexts(before.port, after.port)
      + (before.isLoopback == after.isLoopback ? [] : ["loopback \(after.isLoopback)"])
  }

  private func masterText(since before: LinkFacts) -> String? {
    guard before.interface.master != interface.master else { return nil }
    return [
      before.master.map { "left \($0.name ?? "#\($0.id.index)")" },
      master.map { "joined \($0.name ?? "#\($0.id.index)")" },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private var peerText: String {
    switch interface.peer {
    case .none: "none"
    case .end(let id), .lower(let id):
      peer?.name.map { name in [peer?.namespace, name].compactMap { $0 }.joined(separator: " ") }
        ?? "#\(id.index) of \(id.namespace)"
    case .unresolved(let nsid, let index):
      "#\(index) unresolved" + (nsid.map { " (nsid \($0))" } ?? "")
    }
  }

  private func portTexts(_ before: BridgePort?, _ after: BridgePort?) -> [String] {
    guard before != after, let before, let after else { return [] }
    return [
      before.state == after.state
        ? nil : "port \(after.number) \(before.state.rawValue) → \(after.state.rawValue)",
      change("port", before.number, after.number),
      change("hairpin", before.isHairpin, after.isHairpin),
      change("isolated", before.isIsolated, after.isIsolated),
      change("learning", before.learns, after.learns),
      change("vlans", before.vlans, after.vlans) { $0.map(\.text).joined(separator: " ") },
    ].compactMap { $0 }
  }
}

extension BridgePort.VLAN {
  fileprivate var text: String {
    let range = first == last ? "\(first)" : "\(first)-\(last)"
    return range + (isPrimary ? " primary" : "") + (isUntagged ? " untagged" : "")
  }
}

extension Interface.Details {
  fileprivate var text: String {
    switch self {
    case .none: "nothing special"
    case .bridge(let bridge):
      "stp \(bridge.hasSpanningTree ? "on" : "off") vlan filtering "
        + "\(bridge.filtersVLANs ? "on" : "off") ageing \(bridge.ageing) s group "
        + "\(bridge.groupAddress.map { "\($0)" } ?? "none") mask \(bridge.groupForwardMask)"
    case .vlan(let id, let name): "vlan \(id) \(name)"
    case .macvlan(let mode): "macvlan \(mode)"
    case .ipvlan(let mode): "ipvlan \(mode)"
    case .vxlan(let vxlan):
      "vxlan \(vxlan.id) local \(vxlan.local.map { "\($0)" } ?? "any") remote "
        + "\(vxlan.remote.map { "\($0)" } ?? "any") port \(vxlan.port) learning "
        + "\(vxlan.learns ? "on" : "off")"
    case .tun(let mode): mode
    case .tunnel(let local, let remote):
      "local \(local.map { "\($0)" } ?? "any") remote \(remote.map { "\($0)" } ?? "any")"
    }
  }
}

extension Difference<Interface.Address> {
  func text(on link: InterfaceReference) -> String {
    let name = link.name ?? "#\(link.id.index)"
    switch self {
    case .added: return "on \(name)"
    case .removed: return "from \(name)"
    case .changed(let before, let after):
      let details = [
        change("flags", before.flags, after.flags) { $0.joined(separator: " ") },
        change("peer", before.peer, after.peer),
        change("scope", before.scope, after.scope, \.rawValue),
      ]
      return "on \(name): \(details.compactMap { $0 }.joined(separator: ", "))"
    }
  }
}
