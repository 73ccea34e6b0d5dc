import Addressing
import Topology

extension Comparison {
  /// What changed about an interface itself, its addresses, entries and counters apart.
  func wordsOfChange(_ before: Interface, _ after: Interface) -> [String] {
    [
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
      mastery(before, after),
      change("peer", before.peer, after.peer) { peer($0) },
      before.details == after.details ? nil : detail(before.details, after.details),
    ].compactMap { $0 } + portWords(before.port, after.port)
      + (before.isLoopback == after.isLoopback ? [] : ["loopback \(after.isLoopback)"])
  }

  private func mastery(_ before: Interface, _ after: Interface) -> String? {
    guard before.master != after.master else { return nil }
    let left = before.master.map { "left \(old[$0]?.name ?? "#\($0.index)")" }
    let joined = after.master.map { "joined \(new[$0]?.name ?? "#\($0.index)")" }
    return [left, joined].compactMap { $0 }.joined(separator: ", ")
  }

  private func peer(_ peer: Interface.Peer) -> String {
    switch peer {
    case .none: "none"
    case .end(let id), .lower(let id):
      (new[id] ?? old[id]).map { interface in
        let place = (new[id.namespace] ?? old[id.namespace])?.label.text
        return [place, interface.name].compactMap { $0 }.joined(separator: " ")
      } ?? "#\(id.index) of \(id.namespace)"
    case .unresolved(let number, let index):
      "#\(index) unresolved" + (number.map { " (nsid \($0))" } ?? "")
    }
  }

  private func portWords(_ before: BridgePort?, _ after: BridgePort?) -> [String] {
    guard before != after, let before, let after else { return [] }
    return [
      before.state == after.state
        ? nil : "port \(after.number) \(before.state.rawValue) → \(after.state.rawValue)",
      change("port", before.number, after.number),
      change("hairpin", before.isHairpin, after.isHairpin),
      change("isolated", before.isIsolated, after.isIsolated),
      change("learning", before.learns, after.learns),
      change("vlans", before.vlans, after.vlans) { vlans in
        vlans.map(\.words).joined(separator: " ")
      },
    ].compactMap { $0 }
  }
}

/// The fields of one object of the snapshot that differ: the words are the schema's own.
private func detail(_ before: Interface.Details, _ after: Interface.Details) -> String {
  "\(before.words) → \(after.words)"
}

extension BridgePort.VLAN {
  fileprivate var words: String {
    let range = first == last ? "\(first)" : "\(first)-\(last)"
    return range + (isPrimary ? " primary" : "") + (isUntagged ? " untagged" : "")
  }
}

extension Interface.Details {
  fileprivate var words: String {
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
