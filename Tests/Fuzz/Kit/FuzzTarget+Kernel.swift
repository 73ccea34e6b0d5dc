import Netlink

@testable import CNI
@testable import Demo
@testable import Engine
@testable import Kernel

extension FuzzTarget {
  static func readEchoAnswer(_ bytes: [UInt8]) {
    _ = EchoAnswer(bytes[...], id: 0x1234, number: 7)
    _ = EchoAnswer(bytes.dropFirst(), id: 0x1234, number: 7)
  }

  static func readMountinfo(_ bytes: [UInt8]) {
    _ = MountTable(text: String(decoding: bytes, as: UTF8.self))
  }

  /// Small files below /proc.
  static func readProc(_ bytes: [UInt8]) throws(Broken) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = HostFacts.bootTime(in: text)
    _ = NftablesModule.isThere(modules: text) { text }
    _ = NamespaceLink.inode(in: text)
    for name in LegacyReader.names(in: bytes) {
      try promise("\(name) fits into 32 bytes", name.utf8.count < 32)
    }
    if let id = ProcessFacts.containerID(inControlGroups: text) {
      try promise("\(id) is an id", id.utf8.count == 64 && id.isContainerID)
    }
  }

  static func readResolver(_ bytes: [UInt8]) {
    _ = DNSConfig(resolverFile: bytes)
  }
}
