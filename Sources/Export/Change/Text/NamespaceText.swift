import Addressing
import Topology

extension Node {
  func text(since before: Node) -> String {
    [
      change("name", before.name, name),
      change("kernel", before.kernel, kernel),
      change("booted", before.bootedAt, bootedAt, \.rfc3339),
      change("agents", before.agents, agents) { $0.joined(separator: ", ") },
      change("forwarding of IPv4", before.forwardsIPv4, forwardsIPv4) { $0 ? "on" : "off" },
    ].compactMap { $0 }.joined(separator: ", ")
  }
}

extension NamespaceFacts {
  func text(since before: NamespaceFacts) -> String {
    [
      before.label.text == label.text ? nil : "was \(before.label.text)",
      change("named by", before.label.source, label.source, \.rawValue),
      change("error", before.error, error),
      change("paths", before.paths, paths) { $0.joined(separator: ", ") },
      before.hasProcesses == hasProcesses
        ? nil : hasProcesses ? "a process is in it" : "no process in it any more",
      change("containers", before.containers, containers) { containers in
        containers.map(\.text).joined(separator: ", ")
      },
    ].compactMap { $0 }.joined(separator: ", ")
  }
}

extension AddedNamespace {
  /// `10.22.0.2 on cni0 by veth5e41415a, lease, masquerade`
  var text: String {
    (addresses.isEmpty ? "no address" : addresses.text) + (connection?.text ?? "")
      + (leases.isEmpty ? "" : ", lease") + (isMasqueraded ? ", masquerade" : "")
  }
}

extension AddedNamespace.Connection {
  fileprivate var text: String {
    switch self {
    case .cable(let end, let bridge):
      (bridge?.name.map { " on \($0)" } ?? "") + (end.name.map { " by \($0)" } ?? "")
    case .stacked(let interface, let lower):
      " by \(interface.name ?? "") on \(lower.name ?? "")"
    }
  }
}

extension RemovedNamespace {
  /// `10.22.0.2 gone; its lease stayed`
  var text: String {
    (addresses.isEmpty ? "gone" : "\(addresses.text) gone")
      + (leases.isEmpty ? "" : "; its lease stayed")
      + (rules.isEmpty ? "" : rules.count == 1 ? "; its rule stayed" : "; its rules stayed")
  }
}

extension [IPAddress] {
  fileprivate var text: String { map(\.description).joined(separator: ", ") }
}

extension Container {
  /// `default/web-7d9 (mynet eth0)`
  fileprivate var text: String {
    guard !attachments.isEmpty else { return title }
    let networks = attachments.map { "\($0.network) \($0.interface)" }.joined(separator: ", ")
    return "\(title) (\(networks))"
  }
}
