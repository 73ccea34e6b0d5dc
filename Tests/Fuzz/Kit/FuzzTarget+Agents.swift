@testable import CNI

extension FuzzTarget {
  static func readTOML(_ bytes: [UInt8]) {
    _ = try? TOML(bytes)
  }

  static func readKubelet(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = (YAMLKeys(text)["clusterDNS"], CommandFlags(file: text)["--config"])
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
