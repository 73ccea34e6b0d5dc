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
        let config = try? NetworkConfig(list: bytes)
        for plugin in config?.plugins ?? [] { _ = try? plugin.ipam?.poolSets().map(\.capacity) }
      }
    ),
    ("conf/20-old.conf", { _ = try? NetworkConfig(cached: $0) }),
    ("networks/lab/10.77.0.2", { _ = try? AttachmentKey(lease: $0) }),
    (
      "results/lab-pod-one-eth0",
      { bytes in
        guard let json = try? JSON(bytes) else { return }
        _ = try? CachedAttachment(json, file: "", since: 0, config: nil)
        if let config = json["config"]?.text.flatMap(Base64.decode) {
          _ = try? NetworkConfig(cached: config)
        }
      }
    ),
    (
      "results/lab-pod-two-eth0",
      { _ = try? CachedAttachment(JSON($0), file: "", since: 0, config: nil) }
    ),
    ("bundles/containerd.json", { _ = try? ContainerName(containerd: "a", Bundle($0)) }),
    ("bundles/crio.json", { _ = try? ContainerName(storage: "a", Bundle($0)) }),
    ("bundles/docker.json", { _ = try? ContainerName(docker: $0) }),
    ("agents/containerd-3.toml", { _ = try? TOML($0) }),
    ("agents/crio.conf", { _ = try? TOML($0) }),
    ("agents/kubelet.yaml", { _ = YAMLKeys(String(decoding: $0, as: UTF8.self)) }),
    ("agents/kubelet.yaml", { _ = CommandFlags(file: String(decoding: $0, as: UTF8.self)) }),
  ]

  @Test(arguments: readers.indices) func returns(_ index: Int) throws {
    let (fixture, read) = Self.readers[index]
    let whole = try Fixture.bytes(fixture)
    for count in whole.indices { read(Array(whole[..<count])) }
    for position in whole.indices {
      for byte in [0, 0x1b, 0x22, 0x5c, 0x7b, 0x5d, 0x2d, 0x39, 0x80, 0xff] as [UInt8] {
        var damaged = whole
        damaged[position] = byte
        read(damaged)
      }
    }
  }

  @Test(arguments: readers.indices) func returnsFromNoise(_ index: Int) {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let count = Int.random(in: 0...64, using: &random)
      Self.readers[index].1((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }
}
