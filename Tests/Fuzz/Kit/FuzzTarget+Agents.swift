import Formats
@testable import CNI
@testable import NodeSetup

extension FuzzTarget {
  static func readTOML(_ bytes: [UInt8]) {
    _ = try? TOML(bytes)
  }

  static func readKubelet(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = (YAMLKeys(text)["clusterDNS"], CommandFlags(file: text)["--config"])
  }

  /// A pattern, a NUL and a name.
  static func readGlob(_ bytes: [UInt8]) throws(Broken) {
    let words = bytes.split(separator: 0, maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
    guard let text = words.first, let pattern = GlobPattern(text) else { return }
    try promise("\(text) means itself", GlobPattern.isPattern(text) || pattern.matches(text))
    if let name = words.dropFirst().first, let wide = GlobPattern("*" + text) {
      try promise("a star admits more", !pattern.matches(name) || wide.matches(name))
    }
  }

  /// As each of the runtimes would have written it.
  static func readBundle(_ bytes: [UInt8]) {
    if let bundle = try? Bundle(bytes) {
      _ = ContainerName(containerd: "a", bundle)
      _ = ContainerName(storage: "a", bundle)
    }
    _ = try? ContainerName(docker: bytes)
  }
}
