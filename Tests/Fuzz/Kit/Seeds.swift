import Foundation
import Hex

extension FuzzTarget {
  /// Sound inputs, and such as once broke the reader: those of its own directory, and what other
  /// tests have recorded. Files that end with `.hex` are text.
  public var seeds: [[UInt8]] {
    get throws {
      try (["Fuzz/Corpus/\(rawValue)"] + shared).flatMap(Self.files).map { path in
        let data = try Data(contentsOf: path)
        return path.pathExtension == "hex"
          ? hex(String(decoding: data, as: UTF8.self)) : [UInt8](data)
      }
    }
  }

  /// Files and directories of other tests, or of other targets.
  private var shared: [String] {
    switch self {
    case .route: ["Fixtures/linux-6.18"]
    case .legacyTable: ["Fixtures/legacy-extensions"]
    case .ruleset: ["Fuzz/Corpus/netfilter"]
    case .json: ["Fixtures/node/conf", "Fixtures/node/results", "Fuzz/Corpus/result"]
    case .configuration, .pluginInput: ["Fixtures/node/conf", "../assets/examples"]
    case .lease: ["Fixtures/node/networks/lab"]
    case .cacheEntry: ["Fixtures/node/results"]
    case .toml, .kubelet: ["Fixtures/node/agents"]
    case .bundle: ["Fixtures/node/bundles"]
    case .node:
      ["agents", "bundles", "conf", "networks/lab", "results"].map { "Fixtures/node/\($0)" }
    default: []
    }
  }

  /// The file, or those of the directory in the order of their names.
  private static func files(_ name: String) throws -> [URL] {
    let path = tests.appending(path: name)
    guard FileManager.default.fileExists(atPath: path.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path.path).sorted()
      .map { path.appending(path: $0) }
  }

  private static let tests = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
