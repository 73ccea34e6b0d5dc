import SystemPackage

extension AgentSettings {
  /// What containerd was told: by its configuration, then by the files that it imports, in the order of
  /// their names. Its versions 1 to 3 differ in where that stands.
  init(containerd kind: AgentKind, process: AgentProcess?, config usual: FilePath, _ roots: Roots) {
    self.init(kind, process: process?.id)
    let flags = CommandFlags(process?.words ?? [])
    let named = kind == .containerd ? flags["--config"] ?? flags["-c"] : nil
    readContainerd(named.map { roots.resolved(FilePath($0)) } ?? usual, roots, depth: 0)
    setDefault(.confDirectory, "conf_dir", ["/etc/cni/net.d"])
    setDefault(.pluginDirectories, "bin_dir", ["/opt/cni/bin"])
    setDefault(.mostConfigs, "max_conf_num", ["1"])
  }

  private mutating func readContainerd(_ path: FilePath, _ roots: Roots, depth: Int) {
    guard depth < 4, !files.contains(path), let toml = readTOML(path) else { return }
    take(toml, of: path)
    for pattern in toml["imports"]?.elements.compactMap(\.text) ?? [] {
      for file in importedFiles(pattern, beside: path, roots) {
        readContainerd(file, roots, depth: depth + 1)
      }
    }
  }

  private mutating func take(_ toml: TOML, of path: FilePath) {
    let origin = path.string
    for name in ["io.containerd.grpc.v1.cri", "io.containerd.cri.v1.runtime", "cri"] {
      func value(_ key: String) -> JSON? { toml["plugins", name, "cni", key] }
      if let text = value("conf_dir")?.text { set(.confDirectory, "conf_dir", [text], by: origin) }
      if let text = value("bin_dir")?.text {
        set(.pluginDirectories, "bin_dir", [text], by: origin)
      }
      let all = value("bin_dirs")?.elements.compactMap(\.text) ?? []
      if !all.isEmpty { set(.pluginDirectories, "bin_dirs", all, by: origin) }
      if let most = value("max_conf_num")?.integer {
        set(.mostConfigs, "max_conf_num", ["\(most)"], by: origin)
      }
      if let text = value("conf_template")?.text, !text.isEmpty {
        set(.confTemplate, "conf_template", [text], by: origin)
      }
    }
    let disabled = toml["disabled_plugins"]?.elements.compactMap(\.text) ?? []
    let cri = disabled.filter {
      $0 == "cri" || $0.hasPrefix("io.containerd.") && $0.contains("cri")
    }
    if !cri.isEmpty { set(.isDisabled, "disabled_plugins", cri, by: origin) }
  }

  /// A path, perhaps relative, whose last part may have a star in it.
  private func importedFiles(_ pattern: String, beside path: FilePath, _ roots: Roots) -> [FilePath]
  {
    let named = FilePath(pattern)
    let whole =
      named.isAbsolute
      ? roots.resolved(named) : path.removingLastComponent().appending(named.components)
    guard let last = whole.lastComponent?.string, let star = last.firstIndex(of: "*") else {
      return [whole]
    }
    let (start, end) = (String(last[..<star]), String(last[last.index(after: star)...]))
    return files(in: whole.removingLastComponent(), ending: end).filter { file in
      file.lastComponent.map { $0.string.hasPrefix(start) } ?? false
    }
  }
}
