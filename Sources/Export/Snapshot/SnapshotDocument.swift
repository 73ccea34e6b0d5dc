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
    var content = SnapshotContent(self, type: type)
    let context = CodingContext(writing: topology)
    writer.object { content.code(&$0, context) }
    writer.endLine()
    return writer.bytes
  }
}

extension SnapshotDocument {
  /// A document may be this large, in bytes: a node of 10 000 pods is 70 MB.
  public static let sizeLimit = 256 << 20

  /// Reads what ``json(indented:)`` or ``streamLine`` wrote, in a version of the same number: fields that
  /// only a newer one has are left alone. Parts that are not there are empty.
  public init(json bytes: [UInt8]) throws(SnapshotError) {
    guard bytes.count <= Self.sizeLimit else { throw .tooLarge(limit: Self.sizeLimit) }
    let json: JSON
    do throws(FormatFailure) {
      json = try JSON(bytes)
    } catch {
      throw .notJSON(error.located(in: bytes))
    }
    var reader = try FieldReader(json)
    var content = SnapshotContent()
    try content.readVersion(&reader)
    let context = CodingContext(readingFrom: content.namespaceDevice)
    try content.code(&reader, context)
    self.init(content.topology, parts: content.parts)
  }
}
