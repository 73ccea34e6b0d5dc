import CNI
import Files
import Formats
import SystemPackage

extension AgentSettings {
  /// What containerd was told: by its configuration, then by the files that it imports. Which containerd that is
  /// cannot be seen; where it matters, what 2.x takes is shown, and said what 1.x does.
  init(
    containerd kind: AgentKind, process: AgentProcess?, config usual: FilePath,
    _ nodePaths: NodePaths
  ) {
    self.init(kind, process: process?.id)
    let flags = CommandFlags(process?.arguments ?? [])
    let named = kind == .containerd ? flags["--config"] ?? flags["-c"] : nil
    let files = readContainerd(named.map { nodePaths.resolved(FilePath($0)) } ?? usual, nodePaths)
    take(ContainerdConfig(files, .second))
    takeDisabled(files)
    // From the third version of the file on it is 2.x.
    if (files.compactMap(\.version).max() ?? 1) < 3 {
      compare(with: ContainerdConfig(files, .first))
    }
  }

  private mutating func take(_ config: ContainerdConfig) {
    for setting in config.settings.values {
      set(setting.key, setting.name, setting.values, by: setting.origin)
    }
    setDefault(.confDirectory, "conf_dir", ["/etc/cni/net.d"])
    setDefault(.pluginDirectories, "bin_dir", ["/opt/cni/bin"])
    setDefault(.maxConfigs, "max_conf_num", ["1"])
  }

  private mutating func compare(with config: ContainerdConfig) {
    var first = AgentSettings(kind)
    first.take(config)
    let reason =
      config.replacement.map { "takes the whole section of \($0) in place of the one before" }
      ?? "reads another section"
    for setting in settings where setting.key != .isDisabled {
      let other = first[setting.key]
      guard other?.values != setting.values else { continue }
      let (own, old) = (setting.values, other?.values ?? ["nothing"])
      doubts.append(
        "\(setting.name) is \(own.joined(separator: ", ")) for containerd 2.x, which merges sections, and "
          + "\(old.joined(separator: ", ")) for 1.x, which \(reason)")
    }
  }

  /// The files in the order in which each wins over those before; imports come after all of the importing ones.
  private mutating func readContainerd(_ path: FilePath, _ nodePaths: NodePaths) -> [ContainerdFile]
  {
    var read: [ContainerdFile] = []
    var pending = [path]
    var seen: Set<FilePath> = []
    while let next = pending.first, read.count < Limits.configs {
      pending.removeFirst()
      guard seen.insert(next).inserted else { continue }
      let known = gaps.count
      guard let toml = readTOML(next) else {
        if next != path, gaps.count == known {
          gaps.append(FileGap(next, "imported and not there: containerd does not start"))
        }
        continue
      }
      read.append(ContainerdFile(path: next, toml: toml))
      for pattern in toml["imports"]?.elements.compactMap(\.text) ?? [] {
        pending += imported(pattern, by: next, nodePaths)
      }
    }
    return read
  }

  /// A path, perhaps relative; with a star in it, all that match.
  private mutating func imported(
    _ pattern: String, by path: FilePath, _ nodePaths: NodePaths
  ) -> [FilePath] {
    var base = path.removingLastComponent()
    _ = base.removePrefix(nodePaths.prefix)
    let named = FilePath(pattern)
    let whole = FilePath("/").appending((named.isAbsolute ? FilePath() : base).components)
      .appending(named.components).lexicallyNormalized()
    guard pattern.utf8.contains(UInt8(ascii: "*")) else { return [nodePaths.resolved(whole)] }
    guard let search = GlobSearch(whole, below: nodePaths.prefix) else {
      gaps.append(
        FileGap(path, "imports \"\(pattern)\", which is no pattern: containerd does not start"))
      return []
    }
    return search.found
  }

  /// All files' together.
  private mutating func takeDisabled(_ files: [ContainerdFile]) {
    var disabled: [String] = []
    for file in files {
      let names = (file.toml["disabled_plugins"]?.elements.compactMap(\.text) ?? []).filter {
        $0 == "cri" || $0.hasPrefix("io.containerd.") && $0.contains("cri")
      }
      guard !names.isEmpty else { continue }
      disabled += names.filter { !disabled.contains($0) }
      set(.isDisabled, "disabled_plugins", disabled, by: file.path.string)
    }
  }
}
