import Addressing
import TUI
import Topology

/// What boxes say.
extension NodeMap.Port {
  /// The pod's name without its Kubernetes namespace, or the port's own.
  var name: String { pod?.name ?? link?.name ?? "" }

  var addresses: [String] { pod?.addresses ?? [] }

  /// The pod's Kubernetes namespace, or what the port is instead of a pod's.
  var note: String {
    if let pod { return pod.space }
    return link?.kind ?? "device"
  }
}

extension NodeMap.Pod {
  private var label: String { item.pod.label.text }

  var name: String {
    label.firstIndex(of: "/").map { String(label[label.index(after: $0)...]) } ?? label
  }

  var space: String { label.firstIndex(of: "/").map { String(label[..<$0]) } ?? "" }

  /// Those that reach beyond the link, IPv4 first.
  var addresses: [String] {
    let all = inside?.addresses.filter { $0.scope == .global }.map(\.prefix.address) ?? []
    return all.sorted().map { "\($0)" }
  }
}

extension NodeMap.Other {
  /// Behind its name.
  var rest: String { (pod.addresses.prefix(1) + [wire]).joined(separator: " ") }

  var text: String { "\(pod.item.pod.label.text) \(rest)" }
}

extension NodeMap.Masquerade {
  var rowID: RowID { .masquerade(rules[0]) }

  var flow: Row.Flow { .rules(rules, packets: packets) }

  var text: String { "masquerade \(source) \(Glyph.toRight) \(target)" }
}

extension NodeMap.Uplink {
  /// Its addresses, and where the default route goes.
  var addresses: String {
    let own = link.addresses.filter { $0.scope == .global }.map { "\($0.prefix)" }
    return (own + (gateway.map { ["\(Glyph.toRight) \($0)"] } ?? [])).joined(separator: "  ")
  }

  var text: String { "\(link.name)  \(addresses)" }
}

extension NodeMap.Switch {
  var title: String { "bridge \(bridge.name)" }

  /// Its addresses, its ports and what it can carry.
  var text: String {
    let own = bridge.addresses.filter { $0.scope == .global }.map { "\($0.prefix)" }
    let forwarding = ports.count { $0.link?.port?.state == .forwarding }
    let plugs = "\(ports.count) port\(ports.count == 1 ? "" : "s")"
    let state = forwarding == ports.count ? plugs : "\(plugs), \(forwarding) forwarding"
    return (own.prefix(1) + [state, "mtu \(bridge.mtu)"]).joined(separator: "   ")
  }
}
