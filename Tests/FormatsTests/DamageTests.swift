import TestKit
import Testing

@testable import Formats

/// Every truncation and many damaged bytes of sound files: each must return, whatever it says.
@Suite struct DamageTests {
  static let readers: [(String, @Sendable ([UInt8]) -> Void)] = [
    ("conf/10-lab.conflist", { _ = try? JSON($0) }),
    ("bundles/containerd.json", { _ = try? JSON($0, part: .only(["linux": .all])) }),
    ("agents/containerd-3.toml", { _ = try? TOML($0) }),
    ("agents/crio.conf", { _ = try? TOML($0) }),
    ("agents/kubelet.yaml", { _ = YAMLKeys(String(decoding: $0, as: UTF8.self)) }),
  ]

  @Test(arguments: readers.indices) func returns(_ index: Int) throws {
    let (fixture, read) = Self.readers[index]
    forEachDamage(of: try Fixture.bytes(fixture), read)
  }

  @Test(arguments: readers.indices) func returnsFromNoise(_ index: Int) {
    forEachNoise(Self.readers[index].1)
  }
}
