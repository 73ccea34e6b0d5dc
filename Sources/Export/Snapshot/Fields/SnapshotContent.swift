import Topology

/// What a document says on its highest level.
struct SnapshotContent: Coded {
  private var version: Int = SnapshotDocument.schemaVersion
  private var type: String?
  private var takenAt = Timestamp(seconds: 0)
  private(set) var namespaceDevice: UInt64?
  private var node = Node.blank
  private var namespaces: [Namespace]?
  private var networks: [Network]?
  private var firewall: Firewall?
  private var cni: CNISetup?
  private var gaps: [Gap] = []

  static var blank: SnapshotContent { SnapshotContent() }

  init() {}

  init(_ document: SnapshotDocument, type: String?) {
    let topology = document.topology
    self.type = type
    takenAt = topology.takenAt
    namespaceDevice = CodingContext(writing: topology).device
    node = topology.node
    if document.parts.contains(.namespaces) { namespaces = topology.namespaces }
    if document.parts.contains(.networks) { networks = topology.networks }
    if document.parts.contains(.firewall) { firewall = topology.firewall }
    if document.parts.contains(.cni) { cni = topology.cni }
    gaps = topology.gaps
  }

  /// What has to be known before anything else can be read.
  mutating func readVersion(_ reader: inout FieldReader) throws(SnapshotError) {
    try reader.field("schemaVersion", &version)
    guard version == SnapshotDocument.schemaVersion else { throw .otherVersion(version) }
    try reader.field("namespaceDevice", &namespaceDevice)
  }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("schemaVersion", &version)
    try coder.field("type", &type)
    try coder.check("type", type == nil || type == "snapshot", "snapshot")
    try coder.field("takenAt", &takenAt)
    try coder.field("namespaceDevice", &namespaceDevice)
    try coder.field("node", &node, context)
    try coder.list("namespaces", &namespaces, context)
    let ids = Coder.writes ? [] : (namespaces ?? []).map(\.id)
    try coder.check(
      "namespaces", Set(ids).count == ids.count, "namespaces that are not there twice")
    try coder.list("networks", &networks, context)
    try coder.field("firewall", &firewall, context)
    try coder.field("cni", &cni, context)
    try coder.list("gaps", &gaps, context)
  }

  var topology: Topology {
    Topology(
      node: node, takenAt: takenAt, namespaces: namespaces ?? [], networks: networks ?? [],
      firewall: firewall ?? Firewall(), cni: cni ?? CNISetup(), gaps: gaps)
  }

  /// Those that are there.
  var parts: SnapshotDocument.Parts {
    var parts: SnapshotDocument.Parts = []
    if namespaces != nil { parts.insert(.namespaces) }
    if networks != nil { parts.insert(.networks) }
    if firewall != nil { parts.insert(.firewall) }
    if cni != nil { parts.insert(.cni) }
    return parts
  }
}
