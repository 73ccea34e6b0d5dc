import CNI
import Files
import NodeSetup
import SystemPackage
import Topology

/// The programs there are, by the directories agents look in.
struct InstalledPlugins {
  private(set) var directories: [PluginDirectory] = []
  private let files: NodeFiles

  init(_ files: NodeFiles, versions: PluginVersions) {
    self.files = files
    let named = files.programs
    directories = files.plugins.map { folder in
      PluginDirectory(
        path: folder.path.string,
        programs: folder.programs.filter { $0.isPlugin(named) }.map { program in
          Plugin(program, in: folder, versions: versions, isNamed: named.contains(program.name))
        }, error: folder.gaps.first?.reason)
    }
  }

  /// Where the plugins of a directory's networks are looked for: by those who read it, or by anybody.
  static func places(
    of directory: ConfigDirectory, _ readers: [Reader], _ files: NodeFiles
  ) -> [String] {
    let own = readers.filter {
      $0.presence.counts && files.configs(at: $0.confDirectory)?.path == directory.path
    }
    var places: [String] = []
    for place in own.flatMap(\.pluginDirectories) where !places.contains(place) {
      places.append(place)
    }
    return places.isEmpty ? files.plugins.map(\.path.string) : places
  }

  /// The first that can be called, as agents look for it; else the first that has its name.
  func find(_ name: String, in places: [String]) -> Plugin? {
    let found = places.compactMap { place -> Plugin? in
      let path = files.plugins(at: place)?.path.string ?? place
      return directories.first { $0.path == path }?.programs.first { $0.name == name }
    }
    return found.first { $0.state.isCallable } ?? found.first
  }

  /// What keeps a network from being made with the programs in these places.
  func findings(of config: NetworkConfig, in places: [String]) -> [CNISetup.Finding] {
    config.programs.compactMap { name in
      guard let plugin = find(name, in: places) else {
        let list = places.joined(separator: ", ")
        return .init(.broken, "plugin \(name) is not in \(list.isEmpty ? "any place" : list)")
      }
      guard plugin.state.isCallable else {
        return .init(.broken, "plugin \(name) is \(plugin.state.words)")
      }
      return versionFinding(config, plugin)
    }
  }

  private func versionFinding(_ config: NetworkConfig, _ plugin: Plugin) -> CNISetup.Finding? {
    let version = config.chosenVersion.isEmpty ? "0.1.0" : config.chosenVersion
    guard let newest = plugin.versions.last, !plugin.versions.contains(version) else { return nil }
    return .init(
      .broken, "plugin \(plugin.name) does not support \(version): its newest is \(newest)")
  }
}

extension PluginProgram {
  /// A licence and the like may lie beside plugins.
  fileprivate func isPlugin(_ named: Set<String>) -> Bool {
    facts.isExecutable || named.contains(name) || PluginProgram.knownNames.contains(name)
  }
}

extension Plugin {
  fileprivate init(
    _ program: PluginProgram, in folder: PluginListing, versions: PluginVersions, isNamed: Bool
  ) {
    self.init(name: program.name, state: State(program, in: folder), isNamed: isNamed)
    switch versions[PluginVersions.Key(program, in: folder)] {
    case .versions(let versions): self.versions = versions
    case .failed(let reason): error = reason
    case nil: break
    }
  }
}

extension Plugin.State {
  init(_ program: PluginProgram, in folder: PluginListing) {
    if !program.facts.isExecutable {
      self = .notExecutable
    } else if case .foreign(let machine) = program.format {
      self = .foreign(machine)
    } else if program.format == .none {
      self = .noProgram
    } else if program.facts.isWorldWritable || folder.isOpenToAll {
      self = .worldWritable
    } else {
      self = .callable
    }
  }
}
