public import Files
public import SystemPackage

/// Everything that is read from a node's files, but for the runtimes' own names
/// (``RuntimeNames``), which are wanted less often. Any one part can be read anew alone.
public struct NodeFiles: Hashable, Sendable {
  public let roots: Roots
  public var configs: [ConfigDirectory]
  public var plugins: [PluginDirectory]
  public var caches: [ResultCache]
  public var delegates: [DelegateDirectory]
  /// host-local's data directories: the usual one, then those that configurations name.
  public var data: [DataDirectory]

  /// Reads all of it. Nothing that stands in the files can make it fail.
  public init(_ roots: Roots = Roots()) {
    self.roots = roots
    configs = roots.confDirectories.map(ConfigDirectory.init)
    plugins = roots.binDirectories.map(PluginDirectory.init)
    caches = roots.resultDirectories.map(ResultCache.init)
    delegates = roots.delegateDirectories.map(DelegateDirectory.init)
    data = []
    data = dataPaths.map(DataDirectory.init)
  }

  public var attachments: [CachedAttachment] { caches.flatMap(\.attachments) }

  public var networks: [LeaseDirectory] { data.flatMap(\.networks) }

  /// Everything that could not be learned.
  public var gaps: [FileGap] {
    let found: [[FileGap]] = [
      configs.flatMap(\.gaps), plugins.flatMap(\.gaps), caches.flatMap(\.gaps),
      delegates.flatMap(\.gaps), data.flatMap(\.gaps), networks.flatMap(\.gaps),
    ]
    return Array(found.joined())
  }

  /// Where host-local keeps leases on this node, each path once; changes with the configurations.
  public var dataPaths: [FilePath] {
    let configured = allConfigs.flatMap { $0.plugins.compactMap { $0.ipam?.dataDir } }
    var paths: [FilePath] = []
    for path in roots.leaseDirectories + configured.map({ roots.resolved(FilePath($0)) }) {
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

  private var allConfigs: [NetworkConfig] {
    let configured = configs.flatMap(\.files).compactMap { try? $0.content.get() }
    return configured + delegates.flatMap(\.configs) + attachments.compactMap(\.config)
  }

  /// The directories in which a change matters, also such as do not exist yet: their parents, up to
  /// the first that exists, are to be watched instead.
  public var watchedDirectories: [FilePath] {
    roots.confDirectories + roots.binDirectories + roots.resultDirectories
      + roots.delegateDirectories + dataPaths + networks.map(\.path)
  }
}
