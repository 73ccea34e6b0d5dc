import Export
import Testing
import Topology
import TopologyKit

/// What is read is what was written.
@Suite struct SnapshotReadingTests {
  private func read(_ text: String) throws(SnapshotError) -> SnapshotDocument {
    try SnapshotDocument(json: Array(text.utf8))
  }

  private func json(_ topology: Topology) -> String {
    String(decoding: SnapshotDocument(topology).json(indented: true), as: UTF8.self)
  }

  @Test(arguments: [
    Topology.nothing, .empty, .small, .complete, .large(pods: 300),
  ]) func nodesComeBackEqual(_ node: Topology) throws {
    #expect(
      try SnapshotDocument(json: SnapshotDocument(node).json(indented: true)).topology == node)
    #expect(try SnapshotDocument(json: SnapshotDocument(node).streamLine).topology == node)
  }

  @Test(arguments: UInt64(0)..<200) func anyNodeComesBackEqual(_ seed: UInt64) throws {
    let node = Topology.random(seed)
    let bytes = SnapshotDocument(node).json(indented: false)
    let document = try SnapshotDocument(json: bytes)
    #expect(document.topology == node)
    #expect(document.parts == .all)
    #expect(document.json(indented: false) == bytes)
  }

  @Test(arguments: [
    SnapshotDocument.Parts.namespaces, .networks, .firewall, .cni, [.networks, .cni], [],
  ]) func partsComeBack(_ parts: SnapshotDocument.Parts) throws {
    let document = SnapshotDocument(.complete, parts: parts)
    let again = try SnapshotDocument(json: document.json(indented: false))
    #expect(again.parts == parts)
    #expect(
      again.topology.networks == (parts.contains(.networks) ? Topology.complete.networks : []))
    #expect(again.topology.gaps == Topology.complete.gaps)
  }

  @Test func whatANewerVersionSaysBesidesIsLeftAlone() throws {
    let text = json(.small)
      .replacing("\"kernel\":", with: "\"colour\": [{\"red\": 1e9}], \"kernel\":")
      .replacing("\"gaps\": [", with: "\"moods\": null, \"gaps\": [")
    #expect(try read(text).topology == .small)
  }

  @Test(arguments: [
    (
      "\"schemaVersion\": 2", "\"schemaVersion\": 3",
      "its schemaVersion is 3, and this cnitop reads 2"
    ),
    ("\"schemaVersion\": 2,", "", "schemaVersion has to be a whole number from"),
    (
      "\"schemaVersion\": 2,", "\"schemaVersion\": 2, \"type\": \"change\",",
      "type has to be snapshot"
    ),
    (
      "\"mtu\": 1500", "\"mtu\": -1",
      "namespaces[0].interfaces[1].mtu has to be a whole number from 0 to"
    ),
    ("\"mtu\": 1500,", "", "namespaces[0].interfaces[1].mtu has to be"),
    ("\"mtu\": 1500", "\"mtu\": 1.5", "namespaces[0].interfaces[1].mtu has to be"),
    (
      "\"state\": \"up\"", "\"state\": \"sideways\"",
      "interfaces[1].state has to be one of unknown, not"
    ),
    ("\"10.22.0.1/16\"", "\"10.22.0.1/99\"", "addresses[0].prefix has to be a prefix"),
    (
      "\"last\": \"10.22.255.254\"", "\"last\": \"10.0.0.0\"",
      "ranges[0].last has to be an address not"
    ),
    ("\"set\": 1", "\"set\": 9", "networks[0].ranges has to be a list of sets in order"),
    ("\"action\": \"dnat\"", "\"action\": \"jig\"", "rules[0].action has to be one of nft's"),
    ("\"net:[4026531840]\"", "\"net:[x]\"", "namespaces[0].id has to be the id of a namespace"),
    (
      "2026-11-23T14:02:11", "2026-11-31T14:02:11",
      "takenAt has to be a time such as 1970-01-01T00:00"
    ),
    ("\"gaps\": [", "\"gaps\": [7, ", "gaps[0] has to be an object"),
    ("\"flags\": []", "\"flags\": [7]", "flags[0] has to be a text"),
    ("\"node\": {", "\"node\": [], \"mode\": {", "node has to be an object"),
    ("\"index\": 2,", "\"index\": 1,", "namespaces[0].interfaces has to be in the order of index"),
    (
      "\"10.22.0.1\",\n          \"state\"", "\"10.22.0.3\",\n          \"state\"",
      "networks[0].allocations has to be in"
    ),
    (
      "\"id\": \"net:[4026532201]\"", "\"id\": \"net:[4026531840]\"",
      "namespaces has to be namespaces that are not there twice"
    ),
    ("\"isUp\": true", "\"isUp\": 1", "isUp has to be true or false"),
    ("{", "[", "not JSON at line 2"),
  ]) func damageIsToldWithItsPlace(_ part: String, _ damaged: String, _ said: String) throws {
    let text = json(.small)
    try #require(text.contains(part))
    let error = #expect(throws: SnapshotError.self) {
      _ = try read(text.replacing(part, with: damaged, maxReplacements: 1))
    }
    let line = error.map { "\($0)" } ?? ""
    #expect(line.contains(said), "\(line)")
    #expect(!line.contains("\n"))
  }

  @Test func aDocumentCutAnywhereIsRefused() {
    let bytes = SnapshotDocument(.empty).json(indented: false)
    for end in 0..<bytes.count - 1 {
      #expect(throws: SnapshotError.self) { _ = try SnapshotDocument(json: Array(bytes[..<end])) }
    }
  }

  @Test(arguments: [UInt8(0), 0x22, 0x2d, 0x39, 0x7d, 0xff])
  func aDamagedByteAnywhereGivesAnErrorOrANode(_ byte: UInt8) {
    let bytes = SnapshotDocument(.empty).json(indented: false)
    var refused = 0
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] = byte
      do throws(SnapshotError) {
        _ = try SnapshotDocument(json: damaged)
      } catch {
        refused += 1
      }
    }
    #expect(refused > bytes.count / 4)
  }

  @Test func whatIsTooLargeIsNotRead() {
    let bytes = [UInt8](repeating: 0x20, count: SnapshotDocument.sizeLimit + 1)
    #expect(throws: SnapshotError.tooLarge(limit: SnapshotDocument.sizeLimit)) {
      try SnapshotDocument(json: bytes)
    }
  }
}
