import Quoting
public import Topology

/// A topology for people: plain text in sections, to read on a terminal or to paste into a ticket.
public struct Report: Sendable {
  var topology: Topology
  var parts: SnapshotDocument.Parts

  public init(_ topology: Topology, parts: SnapshotDocument.Parts = .all) {
    self.topology = topology
    self.parts = parts
  }

  /// Each without a line feed. The text is as hostile as the names in it.
  public var lines: [String] {
    var lines = header
    if parts.contains(.namespaces) {
      lines += section("PODS", namespaces, otherwise: "No pods on this node.")
      lines += section("LINKS", links, otherwise: "No links.")
    }
    if parts.contains(.networks) {
      lines += section("IPAM", ipam, otherwise: "No network of host-local's.")
    }
    if parts.contains(.firewall) { lines += section("NAT", nat, otherwise: "No NAT rules.") }
    if parts.contains(.cni) { lines += section("CNI", cni, otherwise: "No CNI configuration.") }
    if !topology.gaps.isEmpty {
      lines += section("GAPS", topology.gaps.map(\.description.onOneLine), otherwise: "")
    }
    return lines
  }

  private var header: [String] {
    let node = topology.node
    let title = ([node.name, "Linux \(node.kernel)"] + node.agents).joined(separator: " · ")
    return [title.onOneLine, "seen at \(topology.takenAt.rfc3339)"]
  }

  private func section(_ title: String, _ lines: [String], otherwise: String) -> [String] {
    ["", title] + (lines.isEmpty ? [otherwise] : lines).map { $0.isEmpty ? "" : "  " + $0 }
  }
}
