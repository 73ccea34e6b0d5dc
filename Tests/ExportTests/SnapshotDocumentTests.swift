import Addressing
import Export
import Foundation
import Testing
import Topology
import TopologyKit

@Suite struct SnapshotDocumentTests {
  private func parse(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// `namespaces[].interfaces[].name` and the like: every path there is in `value`.
  private func paths(in value: Any, at path: String = "") -> Set<String> {
    let own: Set<String> = path.isEmpty || path.hasSuffix("[]") ? [] : [path]
    if let object = value as? [String: Any] {
      return object.reduce(into: own) { found, entry in
        let inner = path.isEmpty ? entry.key : "\(path).\(entry.key)"
        found.formUnion(paths(in: entry.value, at: inner))
      }
    }
    if let list = value as? [Any] {
      return list.reduce(into: own) { $0.formUnion(paths(in: $1, at: path + "[]")) }
    }
    return own
  }

  /// The first cell of each row of the document, below the path that heads its table.
  private func documented() throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "assets/snapshot-schema.md")
    var base = ""
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let code = line.split(separator: "`", omittingEmptySubsequences: false).dropFirst().first
      if line.hasPrefix("## `") { base = code.map { "\($0)." } ?? "" }
      return line.hasPrefix("| `") ? code.map { base + $0 } : nil
    }
  }

  @Test func theDocumentNamesEveryFieldAndNoOther() throws {
    let lines = try documented()
    let found =
      try paths(in: parse(SnapshotDocument(.complete).json(indented: false)))
      .union(["type"])
    #expect(found.subtracting(lines).sorted() == [], "fields the document does not name")
    #expect(Set(lines).subtracting(found).sorted() == [], "fields no snapshot has")
    #expect(lines.count == Set(lines).count, "a field is named once")
  }

  @Test func twoEncodingsAreEqual() {
    #expect(
      SnapshotDocument(.complete).json(indented: false)
        == SnapshotDocument(.complete).json(indented: false))
  }

  @Test func indentationChangesNothingElse() throws {
    let compact = try parse(SnapshotDocument(.complete).json(indented: false)) as NSDictionary
    let indented = try parse(SnapshotDocument(.complete).json(indented: true)) as NSDictionary
    #expect(compact == indented)
  }

  @Test func onlyTheAskedPartsAreWritten() throws {
    let parts = try parse(SnapshotDocument(.small, parts: .firewall).json(indented: false))
    #expect(
      parts.keys.sorted()
        == ["firewall", "gaps", "namespaceDevice", "node", "schemaVersion", "takenAt"])
  }

  @Test func theFirstLineOfAStreamIsOneLine() throws {
    let line = SnapshotDocument(.small).streamLine
    #expect(line.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(try parse(line)["type"] as? String == "snapshot")
  }

  @Test func aCableNamesItsOtherEnd() throws {
    let node = try parse(SnapshotDocument(.small).json(indented: false))
    let namespaces = try #require(node["namespaces"] as? [[String: Any]])
    let interfaces = try #require(namespaces[1]["interfaces"] as? [[String: Any]])
    let peer = try #require(interfaces[1]["peer"] as? [String: Any])
    #expect(peer["namespace"] as? String == "net:[4026531840]")
    #expect(peer["interface"] as? String == "veth5e41415a")
    #expect(interfaces[1]["mac"] as? String == "0a:58:00:00:00:01")
  }

  @Test(arguments: ["0.0.0.0", "255.10.9.100", "fd00:22::2", "::ffff:1.2.3.4"])
  func writesAddressesAsAddressingDoes(_ text: String) throws {
    let node = Topology.empty.editing(InterfaceID(namespace: .host, index: 2)) { uplink in
      uplink.addresses = [Interface.Address(prefix: Prefix(host: ip(text)))]
    }
    let json = String(decoding: SnapshotDocument(node).json(indented: false), as: UTF8.self)
    #expect(json.contains("\"prefix\":\"\(Prefix(host: ip(text)))\""))
  }
}
