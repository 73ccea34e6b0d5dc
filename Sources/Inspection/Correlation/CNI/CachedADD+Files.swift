import Addressing
import CNI
import Files
import NodeSetup
import SystemPackage
import Topology

extension CachedADD {
  /// Every entry of every cache, those that make no sense included.
  static func all(_ snapshot: Snapshot, addressIndex: AddressIndex) -> [CachedADD] {
    snapshot.files.caches.flatMap { cache in
      let gaps = Dictionary(cache.gaps.map { ($0.path, $0.reason) }) { first, _ in first }
      let whole = cache.attachments.map { attachment in
        var entry = CachedADD(attachment, in: cache.path.string)
        entry.setState(addressIndex, gap: gaps[entry.path], seesEverything: snapshot.seesEverything)
        return entry
      }
      let known = Set(whole.map(\.path))
      let broken = cache.gaps.filter { !known.contains($0.path) && $0.path != cache.path.string }
        .map { CachedADD(path: $0.path, state: .broken, evidence: $0.reason) }
      return (whole + broken).sorted { $0.path < $1.path }
    }
  }

  private init(_ attachment: CachedAttachment, in directory: String) {
    self.init(
      path: "\(directory)/\(attachment.file)", network: attachment.network,
      containerID: attachment.key.containerID, interface: attachment.key.interfaceName,
      addresses: attachment.result.addresses.map(\.prefix),
      namespacePath: attachment.namespacePath,
      pod: attachment.pod.map { "\($0.namespace)/\($0.name)" },
      since: Timestamp(nanoseconds: attachment.since), state: .live)
  }

  private mutating func setState(_ addressIndex: AddressIndex, gap: String?, seesEverything: Bool) {
    namespace = addressIndex.home(of: containerID)
    if let gap {
      (state, evidence) = (.broken, gap)
    } else if namespace != nil {
      (state, evidence) = (.live, "its container's namespace is there")
    } else if !seesEverything {
      (state, evidence) = (.unsure, "not all namespaces could be read")
    } else {
      let path = namespacePath.map { " \($0)" } ?? ""
      (state, evidence) = (.stale, "its namespace\(path) is gone: nobody called DEL for it")
    }
  }
}
