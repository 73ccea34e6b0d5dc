import CNI
import Files
import Kernel
import NodeSetup
import SystemPackage
import Topology

extension Network {
  /// Every network there are leases of, then every one that is configured and has none yet.
  static func all(_ snapshot: Snapshot, _ addressIndex: AddressIndex) -> [Network] {
    let sources = NetworkSource.all(snapshot.files)
    let states = AllocationStates(
      addressIndex: addressIndex,
      cached: Set(snapshot.files.attachments.map(\.key.containerID)),
      cacheIsUnread: snapshot.files.caches.contains { cache in
        cache.gaps.contains { $0.path == cache.path.string }
      }, damaged: snapshot.files.caches.flatMap(\.gaps).map(\.path),
      bootedAt: snapshot.host.bootedAt.map { Timestamp(seconds: $0) },
      seesEverything: snapshot.seesEverything)
    let used = snapshot.files.networks.map { Network($0, configs: sources, states: states) }
    let names = Set(used.map(\.name))
    let unused =
      sources
      .filter { !names.contains($0.config.name) && $0.config.usesHostLocal }
      .map { Network(unused: $0, directory: $0.leaseDirectory) }
    return (used + unused).sorted { ($0.name, $0.directory) < ($1.name, $1.directory) }
  }
}

extension NetworkSource {
  /// Conf files first: what is configured now counts for more than what was once.
  fileprivate static func all(_ files: NodeFiles) -> [NetworkSource] {
    var seen: Set<NetworkConfig> = []
    var sources: [NetworkSource] = []
    for directory in files.configs {
      for file in directory.files {
        guard file.network != nil, case .success(let config) = file.content,
          seen.insert(config).inserted
        else { continue }
        sources.append(NetworkSource(origin: "\(directory.path)/\(file.name)", config: config))
      }
    }
    for config in files.delegates.flatMap(\.configs)
    where config.nameFailure == nil && seen.insert(config).inserted {
      sources.append(NetworkSource(origin: "flannel's delegate", config: config))
    }
    for attachment in files.attachments {
      guard let config = attachment.config, config.nameFailure == nil,
        seen.insert(config).inserted
      else { continue }
      sources.append(NetworkSource(origin: "result cache", config: config))
    }
    return sources
  }

  fileprivate var leaseDirectory: String {
    let dataDir = config.plugins.lazy.compactMap { $0.ipam?.dataDir }.first
    return "\(dataDir ?? "/var/lib/cni/networks")/\(config.name)"
  }
}

extension NetworkConfig {
  fileprivate var usesHostLocal: Bool { plugins.contains { $0.ipam?.type == "host-local" } }
}

extension Snapshot {
  /// Whether a namespace that is not there is gone, and not just out of reach.
  var seesEverything: Bool {
    namespaces.gaps.isEmpty && namespaces.facts.values.allSatisfy { $0.error == nil }
  }
}
