public import CNI
public import Files
public import SystemPackage

/// Everything that is read from a node's files, but for the runtimes' own names
/// (``RuntimeNames``), which are wanted less often. Any one part can be read anew alone.
public struct NodeFiles: Hashable, Sendable {
  public let nodePaths: NodePaths
  /// The agents that were running when the rest was read.
  public let processes: [AgentProcess]
  /// What agents were told: where to look for the rest.
  public internal(set) var agents: [AgentSettings]
  public var configs: [ConfigDirectory]
  public var plugins: [PluginListing]
  public var caches: [ResultCache]
  public var delegates: [DelegateDirectory]
  /// host-local's data directories: the usual one, then those that configurations name.
  public var data: [DataDirectory]

  /// Reads all of it. Nothing that stands in the files can make it fail.
  public init(_ nodePaths: NodePaths = NodePaths(), processes: [AgentProcess] = []) {
    self.nodePaths = nodePaths
    self.processes = processes
    agents = AgentSettings.all(nodePaths, processes)
    (configs, plugins, caches, data) = ([], [], [], [])
    delegates = nodePaths.delegateDirectories.map(DelegateDirectory.init)
    configs = confPaths.map(ConfigDirectory.init)
    plugins = pluginPaths.map(PluginListing.init)
    caches = cachePaths.map(ResultCache.init)
    data = dataPaths.map(DataDirectory.init)
  }

  /// The same places, as they are now.
  public func readAgain() -> NodeFiles { NodeFiles(nodePaths, processes: processes) }

  public var attachments: [CachedAttachment] { caches.flatMap(\.attachments) }

  public var networks: [LeaseDirectory] { data.flatMap(\.networks) }

  /// Everything that could not be learned.
  public var gaps: [FileGap] {
    let found: [[FileGap]] = [
      configs.flatMap(\.gaps), plugins.flatMap(\.gaps), caches.flatMap(\.gaps),
      delegates.flatMap(\.gaps), data.flatMap(\.gaps), networks.flatMap(\.gaps),
      agents.flatMap(\.gaps),
    ]
    return Array(found.joined())
  }

  /// Where host-local keeps leases on this node, each path once; changes with the configurations.
  public var dataPaths: [FilePath] {
    let configured = allConfigs.flatMap { $0.plugins.compactMap { $0.ipam?.dataDir } }
    return paths(nodePaths.leaseDirectories, and: configured)
  }

  /// The usual conf dirs, then those that agents were told of, each once.
  var confPaths: [FilePath] {
    paths(nodePaths.confDirectories, and: agents.flatMap { $0.paths(.confDirectory) })
  }

  var pluginPaths: [FilePath] {
    paths(nodePaths.binDirectories, and: agents.flatMap { $0.paths(.pluginDirectories) })
  }

  var cachePaths: [FilePath] {
    let named = agents.flatMap { $0.paths(.cacheDirectory) }
    return paths(nodePaths.resultDirectories, and: named.map { $0 + "/results" })
  }

  /// The directory that an agent means by a path.
  public func configs(at path: String) -> ConfigDirectory? {
    let path = nodePaths.resolved(FilePath(path)).lexicallyNormalized()
    return configs.first { $0.path == path }
  }

  /// The directory that an agent means by a path.
  public func plugins(at path: String) -> PluginListing? {
    let path = nodePaths.resolved(FilePath(path)).lexicallyNormalized()
    return plugins.first { $0.path == path }
  }

  private func paths(_ usual: [FilePath], and named: [String]) -> [FilePath] {
    var paths: [FilePath] = []
    for path in usual + named.map({ nodePaths.resolved(FilePath($0)) }) {
      let plain = path.lexicallyNormalized()
      if !paths.contains(plain) { paths.append(plain) }
    }
    return paths
  }

  /// Every configuration there is, each once: those in force, then what delegates were given, then
  /// those of the cache.
  public var networkConfigs: [NetworkConfig] {
    var seen: Set<NetworkConfig> = []
    return allConfigs.filter { seen.insert($0).inserted }
  }

  /// The programs that the configurations in force call, and what delegates were given.
  public var programs: Set<String> {
    let configured = configs.flatMap(\.files).compactMap { try? $0.content.get() }
    return Set((configured + delegates.flatMap(\.configs)).flatMap(\.programs))
  }

  private var allConfigs: [NetworkConfig] {
    let configured = configs.flatMap(\.files).compactMap { try? $0.content.get() }
    return configured + delegates.flatMap(\.configs) + attachments.compactMap(\.config)
  }

  /// The directories in which a change matters, also such as do not exist yet: their parents, up to
  /// the first that exists, are to be watched instead.
  public var watchedDirectories: [FilePath] {
    confPaths + configs.flatMap(\.folders) + pluginPaths + cachePaths
      + nodePaths.delegateDirectories
      + dataPaths + networks.map(\.path) + agentDirectories
  }

  /// Where the files stand that say what agents were told.
  var agentDirectories: [FilePath] {
    let read = agents.flatMap(\.files).map { $0.removingLastComponent() }
    return paths(nodePaths.agentDirectories + read, and: [])
  }
}
