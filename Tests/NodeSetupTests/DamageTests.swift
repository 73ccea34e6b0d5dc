import TestKit
import Testing

@testable import NodeSetup

/// Every truncation and many damaged bytes of sound files: each must return, whatever it says.
@Suite struct DamageTests {
  static let readers: [(String, @Sendable ([UInt8]) -> Void)] = [
    ("bundles/containerd.json", { _ = try? ContainerName(containerd: "a", Bundle($0)) }),
    ("bundles/crio.json", { _ = try? ContainerName(storage: "a", Bundle($0)) }),
    ("bundles/docker.json", { _ = try? ContainerName(docker: $0) }),
    ("agents/kubelet.yaml", { _ = CommandFlags(file: String(decoding: $0, as: UTF8.self)) }),
  ]

  @Test(arguments: readers.indices) func returns(_ index: Int) throws {
    let (fixture, read) = Self.readers[index]
    forEachDamage(of: try Fixture.bytes(fixture), read)
  }

  @Test(arguments: readers.indices) func returnsFromNoise(_ index: Int) {
    forEachNoise(Self.readers[index].1)
  }
}
