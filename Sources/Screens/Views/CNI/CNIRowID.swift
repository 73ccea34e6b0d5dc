import Topology

/// What a row of the CNI view stands for.
enum CNIRowID: Hashable, Sendable {
  case section(CNISection)
  case agent(String)
  /// By its path.
  case file(String)
  case plugin(directory: String, name: String)
  /// A directory that cannot be read.
  case directory(String)
  case missing(String)
  /// A cached result, by its path.
  case cached(String)
}

/// The parts of the CNI view.
enum CNISection: Hashable, Sendable {
  case agents
  /// Of one directory.
  case configurations(String)
  case missing
  /// Of one directory.
  case plugins(String)
  case cache
}

extension CNISetup {
  func agent(_ name: String) -> CNIAgent? { agents.first { $0.name == name } }

  func configuration(_ path: String) -> ConfigurationFile? {
    configurations.first { $0.path == path }
  }

  func plugin(_ directory: String, _ name: String) -> Plugin? {
    pluginDirectories.first { $0.path == directory }?.programs.first { $0.name == name }
  }

  func cached(_ path: String) -> CachedADD? { cache.first { $0.path == path } }

  /// Whether an agent of this node looks for plugins in a directory; where there is none, anybody might.
  func looksIn(_ directory: String) -> Bool {
    let used = agents.filter(\.presence.counts).flatMap(\.pluginDirectories)
    return used.isEmpty || used.contains(directory)
  }

  /// Agents that matter to this node's pods, by name.
  var presentAgents: Set<String> { Set(agents.filter(\.presence.counts).map(\.name)) }

  /// The parts there are something in, in order.
  var sections: [CNISection] {
    var sections: [CNISection] = agents.contains { $0.presence != .absent } ? [.agents] : []
    for directory in configurations.map(\.directory)
    where !sections.contains(.configurations(directory)) {
      sections.append(.configurations(directory))
    }
    if !missingPlugins.isEmpty { sections.append(.missing) }
    let directories = pluginDirectories.filter { !$0.programs.isEmpty || $0.error != nil }
      .map(\.path)
    sections += (directories.filter(looksIn) + directories.filter { !looksIn($0) })
      .map(CNISection.plugins)
    if sections.isEmpty, cache.isEmpty { return [] }
    return (sections.first == .agents ? [] : [.agents]) + sections + (cache.isEmpty ? [] : [.cache])
  }
}
