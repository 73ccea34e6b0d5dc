import CNI
public import SystemPackage

extension NodeFiles {
  /// Brings up to date what these names in one of the ``watchedDirectories`` stand for, after changes
  /// there; afterwards this equals a fresh reading. Leases and cached results are read alone, of the
  /// smaller directories all.
  public mutating func reread(_ names: Set<String>, in directory: FilePath) {
    for index in caches.indices where caches[index].path == directory {
      caches[index].reread(names)
    }
    for index in data.indices {
      if data[index].path == directory { data[index] = DataDirectory(directory) }
      data[index].reread(names, ofNetwork: directory)
    }
    if agentDirectories.contains(directory) { rereadAgents() }
    for index in configs.indices
    where configs[index].path == directory || configs[index].folders.contains(directory) {
      configs[index] = ConfigDirectory(configs[index].path)
    }
    reload(&plugins, directory, PluginListing.init, \.path)
    reload(&delegates, directory, DelegateDirectory.init, \.path)
    let known = data
    data = dataPaths.map { path in known.first { $0.path == path } ?? DataDirectory(path) }
  }

  /// Agents may have been told of other directories: those are read, and known ones kept.
  private mutating func rereadAgents() {
    let known = agents
    agents = AgentSettings.all(nodePaths, processes)
    guard agents != known else { return }
    follow(&configs, confPaths, ConfigDirectory.init, \.path)
    follow(&plugins, pluginPaths, PluginListing.init, \.path)
    follow(&caches, cachePaths, ResultCache.init, \.path)
  }

  private func follow<Part>(
    _ parts: inout [Part], _ paths: [FilePath], _ read: (FilePath) -> Part,
    _ key: (Part) -> FilePath
  ) {
    let known = parts
    parts = paths.map { path in known.first { key($0) == path } ?? read(path) }
  }

  private func reload<Part>(
    _ parts: inout [Part], _ path: FilePath, _ read: (FilePath) -> Part, _ key: (Part) -> FilePath
  ) {
    for index in parts.indices where key(parts[index]) == path { parts[index] = read(path) }
  }
}
