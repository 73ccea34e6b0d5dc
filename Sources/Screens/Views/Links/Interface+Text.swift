import TUI
import Topology

extension Topology {
  /// Where a link leads: its peer with the peer's namespace, its lower link, or its bridge.
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

extension Interface {
  /// `up`, or what keeps it from that.
  var stateWord: String {
    if !isUp { return "off" }
    return state == .unknown ? "up" : state.rawValue
  }

  /// All its names, for a filter.
  var nameWords: String { ([name] + altNames).joined(separator: " ").lowercased() }

  var isBroken: Bool { !isUp || state == .down || state == .lowerLayerDown }

  /// Its kind, with what only this kind has.
  var kindText: String {
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
