import Addressing
import CNI
import Netlink
import SystemPackage

/// What one attachment has left behind, or still has.
struct Trace {
  var leases: [Lease] = []
  var cached: [CachedAttachment] = []
  var masquerades: [FoundMasquerade] = []
  /// The name of the chain that its source check begins with.
  var sourceCheck: String?

  /// All that it was given, as far as anything says.
  var addresses: [IPAddress] {
    let given = cached.flatMap { $0.result.addresses.map(\.address.address) }
    return Set(leases.map(\.address) + given + masquerades.compactMap(\.source)).sorted()
  }

  /// When the youngest lease was written, in nanoseconds since 1970; `nil` without one.
  var since: Int64? { leases.map(\.since).max() }
}

/// All that is left of one network's attachments, by whose it is.
struct Traces {
  private let network: String
  private let directory: String
  private var byKey: [AttachmentKey: Trace] = [:]
  /// Masquerades of which nothing says whose they are.
  private var strangers: [FoundMasquerade] = []

  init(of network: String, _ leases: LeaseDirectory?, _ cache: ResultCache) {
    self.network = network
    directory = leases?.path.string ?? ""
    for lease in leases?.leases ?? [] { byKey[lease.holder, default: Trace()].leases.append(lease) }
    for entry in cache.attachments where entry.network == network {
      byKey[entry.key, default: Trace()].cached.append(entry)
    }
  }

  var keys: Set<AttachmentKey> { Set(byKey.keys) }

  /// A long comment is cut, and one of iptables names no interface: then what is known already tells
  /// whose it is.
  mutating func add(_ masquerades: [FoundMasquerade]) {
    var known: [String: AttachmentKey] = [:]
    for key in byKey.keys.sorted().reversed() {
      let mark = AttachmentMark(network: network, key: key)
      known[mark.prefix] = key
      known[mark.chain] = key
    }
    for masquerade in masquerades {
      if let key = known[masquerade.mark] ?? masquerade.key {
        byKey[key, default: Trace()].masquerades.append(masquerade)
      } else {
        strangers.append(masquerade)
      }
    }
  }

  /// Source checks are named for the container and the interface alone: those of other networks' are
  /// left out.
  mutating func add(sourceChains: Set<String>) {
    for key in byKey.keys {
      let chain = SourceCheck(AttachmentMark(network: network, key: key)).interface.name
      if sourceChains.contains(chain) { byKey[key]?.sourceCheck = chain }
    }
  }

  /// All of it with what is judged of each.
  func report(_ judge: (AttachmentMark, Trace) -> GCReport.Verdict) -> GCReport {
    var report = GCReport()
    for (key, trace) in byKey.sorted(by: { $0.key < $1.key }) {
      let verdict = judge(AttachmentMark(network: network, key: key), trace)
      report.remains.append(.init(key: key, things: things(trace), verdict: verdict))
    }
    for stranger in strangers {
      let verdict = GCReport.Verdict.stays(reason: "its comment does not say whose it is")
      report.remains.append(.init(key: nil, things: [.rule(stranger.words)], verdict: verdict))
    }
    return report
  }

  private func things(_ trace: Trace) -> [GCReport.Thing] {
    trace.leases.map { .lease($0.address, directory: directory) }
      + trace.masquerades.map { .rule($0.words) }
      + (trace.sourceCheck.map { [.sourceCheck(chain: $0)] } ?? [])
      + trace.cached.map { .cacheEntry($0.file) }
  }
}
