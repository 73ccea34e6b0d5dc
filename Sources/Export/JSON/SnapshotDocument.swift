import Formats
public import Topology

/// A whole topology as JSON, as `assets/snapshot-schema.md` describes it.
public struct SnapshotDocument: Sendable {
  /// Grows when a field changes its meaning or goes away; new fields leave it as it is.
  public static let schemaVersion = 2

  public var topology: Topology
  public var parts: Parts

  public init(_ topology: Topology, parts: Parts = .all) {
    self.topology = topology
    self.parts = parts
  }

  /// What of a topology is written.
  public struct Parts: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    public static let namespaces = Parts(rawValue: 1)
    public static let networks = Parts(rawValue: 2)
    public static let firewall = Parts(rawValue: 4)
    public static let cni = Parts(rawValue: 8)
    public static let all: Parts = [.namespaces, .networks, .firewall, .cni]
  }

  /// One JSON object and a line feed; indented for people, or on one line.
  public func json(indented: Bool) -> [UInt8] {
    json(indented: indented, type: nil)
  }

  /// The first line of a stream of changes: compact, with `"type":"snapshot"`.
  public var streamLine: [UInt8] { json(indented: false, type: "snapshot") }

  private func json(indented: Bool, type: String?) -> [UInt8] {
    var writer = JSONWriter(indent: indented ? 2 : nil)
    writer.object { json in
      json.field("schemaVersion", Self.schemaVersion)
      json.field("type", type)
      json.field("takenAt", topology.takenAt)
      json.object("node") { $0.write(topology.node) }
      write(to: &json)
      json.list("gaps", topology.gaps) { $0.write($1) }
    }
    writer.endLine()
    return writer.bytes
  }

  private func write(to json: inout JSONWriter) {
    if parts.contains(.namespaces) {
      json.list("namespaces", topology.namespaces) { $0.write($1, in: topology) }
    }
    if parts.contains(.networks) {
      json.list("networks", topology.networks) { $0.write($1, in: topology) }
    }
    if parts.contains(.firewall) {
      json.object("firewall") { json in
        json.field("isComplete", topology.firewall.isComplete)
        json.list("tables", topology.firewall.tables) { $0.write($1) }
        json.list("missing", topology.missingMasquerades) { json, missing in
          json.field("network", missing.network)
          json.field("address", missing.address)
          json.field("namespace", missing.namespace)
        }
      }
    }
    if parts.contains(.cni) {
      json.object("cni") { $0.write(topology.cni) }
    }
  }
}

extension JSONWriter {
  mutating func write(_ node: Node) {
    field("name", node.name)
    field("kernel", node.kernel)
    field("bootedAt", node.bootedAt)
    list("agents", node.agents)
    if let forwards = node.forwardsIPv4 { field("forwardsIPv4", forwards) }
  }

  mutating func write(_ gap: Gap) {
    field("subject", gap.subject)
    field("reason", gap.reason)
    field("advice", gap.advice)
  }
}
