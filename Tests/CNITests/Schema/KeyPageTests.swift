import Foundation
import Testing

@testable import CNI

/// `assets/config-keys.md` says what every key means, in the words of the tables.
@Suite struct KeyPageTests {
  @Test func saysWhatTheTablesSay() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../assets/config-keys.md").standardizedFileURL
    let page = KeyPage().text
    if ProcessInfo.processInfo.environment["CNITOP_RECORD"] == "1" {
      try Data(page.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page, "make record writes it anew")
  }

  @Test func inHalfASentence() {
    for table in KeyPage.tables.map(\.table) {
      for rule in table.names.compactMap({ table[$0] }) {
        #expect(!rule.meaning.isEmpty && rule.meaning.last != "." && !rule.meaning.contains("|"))
      }
    }
  }
}

private struct KeyPage {
  static let tables: [(title: String, table: KeyTable)] =
    [
      ("A list of plugins", ConfigSchema.list), ("Every plugin", ConfigSchema.plugin),
      ("`dns`", ConfigSchema.dns), ("`args.cni`", ConfigSchema.request),
      ("`runtimeConfig`", KeyTable(RuntimeConfigKey.self)),
    ] + ConfigSchema.plugins.sorted { $0.key < $1.key }.map { ("`\($0)`", $1) }
    + [("`vlanTrunk` of `bridge`", KeyTable(VLANTrunkKey.self))]
    + ConfigSchema.ipam.sorted { $0.key < $1.key }.map { ("`ipam` of type `\($0)`", $1) }
    + [
      ("`ranges` of `host-local`", ConfigSchema.range), ("`routes`", ConfigSchema.route),
      ("`addresses` of `static`", KeyTable(StaticAddressKey.self)),
    ]

  var text: String {
    var lines = [
      "# Keys of a network's configuration", "",
      "What cnitop reads and checks of the specification and the reference plugins. `make record` writes this page.",
    ]
    for (title, table) in Self.tables where !table.names.isEmpty {
      lines += ["", "## \(title)", "", "| key | is | says |", "| --- | --- | --- |"]
      for name in table.names {
        guard let rule = table[name] else { continue }
        lines.append("| `\(name)` | \(rule.type.short) | \(rule.meaning) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension KeyRule.ValueType {
  fileprivate var short: String {
    switch self {
    case .text: "text"
    case .flag: "true or false"
    case .number(let range?): "\(range.lowerBound) to \(range.upperBound)"
    case .number(nil): "number"
    case .list: "list"
    case .object: "object"
    case .any: "of any type"
    }
  }
}
