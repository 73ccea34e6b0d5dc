import Addressing
import CNI
import Files
import Kernel
import NodeSetup
import SystemPackage

/// What speaks for an attachment's life, read once for all of a network: addresses that are up,
/// entries of result caches, and containers that runtimes have files of.
struct Liveness: Sendable {
  let live: LiveAddresses
  private let cached: [AttachmentKey: [CachedAttachment]]
  private let containers: Set<String>
  /// Why what is not named may be there all the same; `nil` if it cannot.
  private let doubt: String?

  init(about network: String, caches: [ResultCache], names: RuntimeNames, live: LiveAddresses) {
    self.live = live
    let own = caches.flatMap(\.attachments).filter { $0.network == network }
    cached = Dictionary(grouping: own, by: \.key)
    containers = Set(names.containers.map(\.id))
    doubt = live.doubt ?? (caches.flatMap(\.gaps) + names.gaps).first?.description
  }

  /// Whether an attachment is proven to be dead. One that only a lease tells of stays for so many
  /// seconds: an ADD has its lease some time before there is more to see of it.
  func verdict(
    on tag: RuleTag, _ artifacts: Artifacts, youngest limit: Int64
  ) -> GCReport.Verdict {
    let addresses = artifacts.addresses
    if let reason = lifeSign(of: tag, addresses) { return .stays(reason: reason) }
    if let doubt { return .stays(reason: "cannot tell: \(doubt)") }
    let paths = (cached[tag.key] ?? []).compactMap(\.namespacePath)
    if paths.isEmpty {
      let age = artifacts.since.map { (WallClock.now - $0) / 1_000_000_000 }
      if let age, age < limit {
        return .stays(reason: "the lease is \(max(age, 0)) s old, its ADD may still be under way")
      }
      guard !addresses.isEmpty else {
        return .stays(reason: "cannot tell: nothing says which address it had")
      }
    }
    return .goes(proof: proof(paths, addresses))
  }

  private func lifeSign(of tag: RuleTag, _ addresses: [IPAddress]) -> String? {
    let key = tag.key
    for entry in cached[key] ?? [] {
      guard let path = entry.namespacePath else { return "its cache entry names no namespace" }
      if let sign = Self.sign(at: path) { return sign }
    }
    for address in addresses {
      if let place = live.places[address] { return "\(address) is up in \(place)" }
    }
    let host = tag.hostInterface(attempt: 0)
    guard !live.hostEnds.contains(host) else {
      return "the host's end of its veth pair, \(host), is there"
    }
    guard !containers.contains(key.containerID) else {
      return "a runtime has files of its container"
    }
    return nil
  }

  /// `nil` where no namespace is.
  private static func sign(at path: String) -> String? {
    do throws(KernelError) {
      return try NetworkNamespace.ifThere(path: path, name: path) == nil ? nil : "\(path) is there"
    } catch {
      return "cannot tell: \(error)"
    }
  }

  private func proof(_ paths: [String], _ addresses: [IPAddress]) -> String {
    let words = addresses.map(\.description).joined(separator: " and ")
    let gone = paths.first.map { "\($0) is gone" } ?? "no runtime and no cache knows its container"
    guard !words.isEmpty else { return gone }
    return "\(gone), and \(words) is up in none of \(live.namespaces) namespaces"
  }
}
