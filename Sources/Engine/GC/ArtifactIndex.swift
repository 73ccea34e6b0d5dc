import Addressing
import CNI
import Netlink
import SystemPackage

/// What one attachment has left behind, or still has.
struct Artifacts {
  var leases: [Lease] = []
  var cached: [CachedAttachment] = []
  var masquerades: [InstalledMasquerade] = []
  /// The name of the chain that its source check begins with.
  var macSpoofCheck: String?

  /// All that it was given, as far as anything says.
  var addresses: [IPAddress] {
    let given = cached.flatMap { $0.result.addresses.map(\.prefix.address) }
    return Set(leases.map(\.address) + given + masquerades.compactMap(\.source)).sorted()
  }

  /// When the youngest lease was written, in nanoseconds since 1970; `nil` without one.
  var since: Int64? { leases.map(\.since).max() }
}

/// All that is left of one network's attachments, by whose it is.
struct ArtifactIndex {
  private let network: String
  private let directory: String
  private var byKey: [AttachmentKey: Artifacts] = [:]
  /// Masquerades of which nothing says whose they are.
  private var strangers: [InstalledMasquerade] = []

  init(of network: String, _ leases: LeaseDirectory?, _ cache: ResultCache) {
    self.network = network
    directory = leases?.path.string ?? ""
    for lease in leases?.leases ?? [] {
      byKey[lease.holder, default: Artifacts()].leases.append(lease)
    }
    for entry in cache.attachments where entry.network == network {
      byKey[entry.key, default: Artifacts()].cached.append(entry)
    }
  }

  var keys: Set<AttachmentKey> { Set(byKey.keys) }

  /// A long comment is cut, and one of iptables names no interface: then what is known already tells
  /// whose it is.
  mutating func add(_ masquerades: [InstalledMasquerade]) {
    var known: [String: AttachmentKey] = [:]
    for key in byKey.keys.sorted().reversed() {
      let tag = RuleTag(network: network, key: key)
      known[tag.prefix] = key
      known[tag.chain] = key
    }
    for masquerade in masquerades {
      if let key = known[masquerade.tag] ?? masquerade.key {
        byKey[key, default: Artifacts()].masquerades.append(masquerade)
      } else {
        strangers.append(masquerade)
      }
    }
  }

  /// Source checks are named for the container and the interface alone: those of other networks' are
  /// left out.
  mutating func add(macSpoofChains: Set<String>) {
    for key in byKey.keys {
      let chain = MACSpoofCheck(RuleTag(network: network, key: key)).interface.name
      if macSpoofChains.contains(chain) { byKey[key]?.macSpoofCheck = chain }
    }
  }

  /// All of it with what is judged of each.
  func report(_ judge: (RuleTag, Artifacts) -> GCReport.Verdict) -> GCReport {
    var report = GCReport()
    for (key, artifacts) in byKey.sorted(by: { $0.key < $1.key }) {
      let verdict = judge(RuleTag(network: network, key: key), artifacts)
      report.entries.append(.init(key: key, artifacts: items(of: artifacts), verdict: verdict))
    }
    for stranger in strangers {
      let verdict = GCReport.Verdict.stays(reason: "its comment does not say whose it is")
      report.entries.append(.init(key: nil, artifacts: [.rule(stranger.words)], verdict: verdict))
    }
    return report
  }

  private func items(of artifacts: Artifacts) -> [GCReport.Artifact] {
    artifacts.leases.map { .lease($0.address, directory: directory) }
      + artifacts.masquerades.map { .rule($0.words) }
      + (artifacts.macSpoofCheck.map { [.macSpoofCheck(chain: $0)] } ?? [])
      + artifacts.cached.map { .cacheEntry($0.file) }
  }
}
