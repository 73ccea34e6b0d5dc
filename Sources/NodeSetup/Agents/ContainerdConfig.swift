import SystemPackage

/// What containerd makes of its files: not all generations the same.
struct ContainerdConfig {
  enum Generation {
    /// 1.x: a later file's section of a plugin replaces all of that section.
    case first
    /// 2.x: sections are merged, key by key.
    case second
  }

  private(set) var settings: [AgentSetting.Key: AgentSetting] = [:]
  /// The file whose section took the place of another one.
  private(set) var replacement: FilePath?

  /// `files` in the order in which they are read.
  init(_ files: [ContainerdFile], _ generation: Generation) {
    let version = files.compactMap(\.version).last ?? 1
    for file in files {
      let sections = Self.sections(generation, generation == .first ? version : file.version ?? 1)
      for section in sections where file.has(section) {
        if generation == .first, !settings.isEmpty {
          (settings, replacement) = ([:], file.path)
        }
        for setting in file.settings(section) { take(setting, generation) }
      }
    }
  }

  /// 1.x knows no `bin_dirs`; what is merged replaces nothing by 0.
  private mutating func take(_ setting: AgentSetting, _ generation: Generation) {
    switch generation {
    case .first where setting.name == "bin_dirs": return
    case .second where setting.values == ["0"] && settings[setting.key] != nil: return
    case .first, .second: settings[setting.key] = setting
    }
  }

  /// Those that are read in a file of that version, the one that wins last.
  private static func sections(_ generation: Generation, _ version: Int) -> [String] {
    let (short, second, third) = (
      "cri", "io.containerd.grpc.v1.cri", "io.containerd.cri.v1.runtime"
    )
    return switch (generation, version) {
    case (.first, ...1): [short]
    case (.first, _): [second]
    case (.second, ...1): [short, second, third]
    case (.second, 2): [second, third]
    case (.second, _): [third]
    }
  }
}
