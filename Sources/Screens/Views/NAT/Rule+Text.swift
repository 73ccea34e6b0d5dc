import Topology

extension Rule {
  /// Neither the bridge plugin's nor portmap's.
  var isForeign: Bool { owner != .cni && owner != .portmap && attachment == nil }

  /// Where it leads, or for which destinations it holds.
  var destination: String {
    let matched = match.destination ?? "any"
    switch action {
    case .masquerade:
      return
        "outside \(match.destination.map { $0.hasPrefix("!= ") ? String($0.dropFirst(3)) : $0 } ?? "")"
    case .snat(let target), .dnat(let target), .redirect(let target), .netmap(let target):
      return "\(matched) → \(target)"
    case .jump(let chain), .goto(let chain): return "\(matched) → \(chain)"
    case .accept, .drop, .reject, .return, .other: return matched
    }
  }
}

extension TableID {
  var words: String {
    backend == .legacy
      ? (family == "ip6" ? "ip6tables-legacy" : "iptables-legacy") : "nft \(family)"
  }
}

extension RuleChain {
  /// `nft inet cni_plugins_masquerade · masq_checks  hook postrouting prio 100 policy accept`.
  func words(isDormant: Bool = false) -> String {
    let place =
      "\(id.table.words) \(id.table.name) · \(id.name)"
      + (isDormant ? "   dormant: does nothing" : "")
    guard let hook else { return place }
    let device = hook.devices.isEmpty ? "" : " device \(hook.devices.joined(separator: ", "))"
    return "\(place)   \(hook.type) hook \(hook.name)\(device) prio \(hook.priority)"
      + " policy \(hook.policy)"
  }
}
