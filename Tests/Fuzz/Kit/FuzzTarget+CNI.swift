import Addressing
import Formats
@testable import NodeSetup

@testable import CNI

extension FuzzTarget {
  static func readConfiguration(_ bytes: [UInt8]) {
    for config in [
      try? NetworkConfig(list: JSON(bytes)), try? NetworkConfig(single: JSON(bytes)),
      try? NetworkConfig(cached: bytes),
    ] {
      for plugin in config?.plugins ?? [] { _ = try? plugin.ipam?.poolSets().map(\.capacity) }
    }
    if let json = try? JSON(bytes) {
      _ = (ConfigCheck(json, form: .list), ConfigCheck(json, form: .single))
    }
    guard let list = try? NetworkList(bytes) else { return }
    for index in list.types.indices {
      _ = try? list.configuration(of: index, previous: bytes, capabilities: bytes)
    }
  }

  static func readPluginInput(_ bytes: [UInt8]) throws(Broken) {
    guard let input = try? PluginInput(bytes) else { return }
    _ = (try? input.network, try? input.type, try? input.previous)
    _ = try? input.bridge(PluginArguments())
    guard let config = try? input.hostLocal(PluginArguments()),
      let addresses = try? Allocator(config.sets).allocate(requested: config.requested)
    else { return }
    for address in addresses {
      try promise(
        "\(address) lies in its range", config.sets[address.set].contains(address.prefix.address))
    }
  }

  static func readPluginAnswer(_ bytes: [UInt8]) throws(Broken) {
    _ = CNIVersion.supported(answer: bytes)
    guard let error = CNIError(answer: bytes) else { return }
    let again = CNIError(answer: Array(error.json(version: "1.0.0").utf8))
    try promise("\(error) comes back", again == error)
  }

  /// Each version writes what it has room for; the newest has room for all.
  static func readResult(_ bytes: [UInt8]) throws(Broken) {
    let cached = (try? JSON(bytes)).map { AttachmentResult(cached: $0) }
    guard let result = try? AttachmentResult(answer: bytes) else { return }
    try promise("the cache reads it alike: \(result)", cached == result)
    for version in CNIVersion.allCases {
      let written = result.json(version)
      let again = try? AttachmentResult(answer: Array(written.utf8))
      try promise("\(version) can be read: \(written)", again != nil)
      try promise("\(version) says all: \(written)", version != .newest || again == result)
    }
  }

  static func readArguments(_ bytes: [UInt8]) throws(Broken) {
    guard let arguments = try? PluginArguments(String(decoding: bytes, as: UTF8.self)) else {
      return
    }
    try promise("\(arguments) come back", (try? PluginArguments(arguments.text)) == arguments)
  }

  /// Variables as `env -0` writes them.
  static func readEnvironment(_ bytes: [UInt8]) {
    let pairs = bytes.split(separator: 0).map { line in
      let halves = line.split(separator: UInt8(ascii: "="), maxSplits: 1)
      return (
        String(decoding: halves.first ?? [], as: UTF8.self),
        String(decoding: halves.dropFirst().first ?? [], as: UTF8.self)
      )
    }
    _ = try? Invocation(environment: Dictionary(pairs) { $1 })
  }

  static func readLease(_ bytes: [UInt8]) throws(Broken) {
    let name = String(decoding: bytes.prefix(64), as: UTF8.self)
    _ = LeaseFile.rangeSet(of: name)
    guard let key = try? AttachmentKey(lease: bytes) else { return }
    let isSound =
      key.containerID.isContainerID
      && (key.interfaceName.isEmpty || key.interfaceName.isInterfaceName)
    try promise("\(key) can name a file", isSound)
  }

  static func readCacheEntry(_ bytes: [UInt8]) {
    guard let json = try? JSON(bytes) else { return }
    let config = json["config"]?.text.flatMap(Base64.decode).flatMap {
      try? NetworkConfig(cached: $0)
    }
    _ = try? CachedAttachment(CacheEntry(json), file: "", since: 0, config: config)
  }

  static func readProgramHeader(_ bytes: [UInt8]) {
    _ = ProgramFormat(beginning: bytes)
  }
}
