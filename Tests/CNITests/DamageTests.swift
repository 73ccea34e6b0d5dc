import Formats
import TestKit
import Testing

@testable import CNI

/// Every truncation and many damaged bytes of sound files: each must return, whatever it says.
@Suite struct DamageTests {
  static let readers: [(String, @Sendable ([UInt8]) -> Void)] = [
    (
      "conf/10-lab.conflist",
      { bytes in
        let config = try? NetworkConfig(list: JSON(bytes))
        for plugin in config?.plugins ?? [] { _ = try? plugin.ipam?.poolSets().map(\.capacity) }
      }
    ),
    ("conf/20-old.conf", { _ = try? NetworkConfig(cached: $0) }),
    ("networks/lab/10.77.0.2", { _ = try? AttachmentKey(lease: $0) }),
    (
      "results/lab-pod-one-eth0",
      { bytes in
        guard let json = try? JSON(bytes) else { return }
        _ = try? CachedAttachment(CacheEntry(json), file: "", since: 0, config: nil)
        if let config = json["config"]?.text.flatMap(Base64.decode) {
          _ = try? NetworkConfig(cached: config)
        }
      }
    ),
    (
      "results/lab-pod-two-eth0",
      { _ = try? CachedAttachment(CacheEntry(JSON($0)), file: "", since: 0, config: nil) }
    ),
  ]

  @Test(arguments: readers.indices) func returns(_ index: Int) throws {
    let (fixture, read) = Self.readers[index]
    forEachDamage(of: try Fixture.bytes(fixture), read)
  }

  @Test(arguments: readers.indices) func returnsFromNoise(_ index: Int) {
    forEachNoise(Self.readers[index].1)
  }
}
