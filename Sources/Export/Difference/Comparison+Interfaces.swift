import Addressing
import Topology

extension Comparison {
  mutating func compareInterfaces(_ before: Namespace, _ after: Namespace) {
    guard before.interfaces != after.interfaces else { return }
    for interface in before.interfaces where after[interface.id.index] == nil {
      if !isCable(interface, of: gone) {
        report(
          .removed, .link, interface.name, interface.summary(in: old),
          in: owner(of: interface, in: old))
      }
    }
    for interface in after.interfaces {
      if let earlier = before[interface.id.index] {
        if earlier != interface { compare(earlier, interface, in: after) }
      } else if !isCable(interface, of: arrived) {
        report(
          .added, .link, interface.name, interface.summary(in: new),
          in: owner(of: interface, in: new), count: 1 + interface.addresses.count)
      }
    }
  }

  /// Whether it is the near end of a cable of one of `pods`.
  private func isCable(_ interface: Interface, of pods: Set<NamespaceID>) -> Bool {
    guard case .end(let other) = interface.peer else { return false }
    return other.namespace != interface.id.namespace && pods.contains(other.namespace)
  }

  private mutating func compare(_ before: Interface, _ after: Interface, in place: Namespace) {
    let details = wordsOfChange(before, after)
    if !details.isEmpty {
      report(
        .changed, .link, after.name, details.joined(separator: ", "),
        in: owner(of: after, in: new), count: details.count)
    }
    guard before.addresses != after.addresses else { return }
    let now = Dictionary(after.addresses.map { ($0.prefix, $0) }) { first, _ in first }
    let then = Dictionary(before.addresses.map { ($0.prefix, $0) }) { first, _ in first }
    for address in before.addresses where now[address.prefix] == nil {
      report(.removed, .address, "\(address.prefix)", "from \(after.name)", in: place)
    }
    for address in after.addresses {
      guard let earlier = then[address.prefix] else {
        report(.added, .address, "\(address.prefix)", "on \(after.name)", in: place)
        continue
      }
      let words = [
        change("flags", earlier.tellingFlags, address.tellingFlags) { $0.joined(separator: " ") },
        change("peer", earlier.peer, address.peer),
        change("scope", earlier.scope, address.scope, \.rawValue),
      ].compactMap { $0 }
      guard !words.isEmpty else { continue }
      report(
        .changed, .address, "\(address.prefix)",
        "on \(after.name): \(words.joined(separator: ", "))", in: place)
    }
  }
}

extension Interface {
  /// `veth on cni0, 10.22.0.1/16`
  fileprivate func summary(in topology: Topology) -> String {
    var text = kind ?? (isLoopback ? "loopback" : "device")
    if let master, let bridge = topology[master] { text += " on \(bridge.name)" }
    return ([text] + addresses.map(\.prefix.description)).joined(separator: ", ")
  }
}

extension Interface.Address {
  /// Not how far the check for duplicates has come: every IPv6 address goes through that.
  fileprivate var tellingFlags: [String] { flags.filter { $0 != "tentative" } }
}
