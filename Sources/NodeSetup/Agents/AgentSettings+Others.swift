import Formats
import SystemPackage

extension AgentSettings {
  /// What CRI-O was told: by its configuration, then by its drop-ins in the order of their names, then by
  /// flags.
  init(crio process: AgentProcess?, _ nodePaths: NodePaths) {
    self.init(.crio, process: process?.id)
    let flags = CommandFlags(process?.arguments ?? [])
    let config =
      (flags["--config"] ?? flags["-c"]).map { nodePaths.resolved(FilePath($0)) }
      ?? nodePaths.crioConfig
    let dropIns =
      (flags["--config-dir"] ?? flags["-d"]).map { nodePaths.resolved(FilePath($0)) }
      ?? nodePaths.crioDropIns
    for path in [config] + allFiles(below: dropIns) {
      guard let toml = readTOML(path) else { continue }
      takeNetwork(toml, "crio", ["network_dir", "plugin_dirs", "cni_default_network"], of: path)
    }
    let origin = "process \(process?.id ?? 0)"
    if let text = flags["--cni-config-dir"] {
      set(.confDirectory, "--cni-config-dir", [text], by: origin)
    }
    if let text = flags["--cni-plugin-dir"] {
      set(
        .pluginDirectories, "--cni-plugin-dir", text.split(separator: ",").map(String.init),
        by: origin)
    }
    if let text = flags["--cni-default-network"] {
      set(.defaultNetwork, "--cni-default-network", [text], by: origin)
    }
    setDefault(.confDirectory, "network_dir", ["/etc/cni/net.d"])
    setDefault(.pluginDirectories, "plugin_dirs", ["/opt/cni/bin"])
  }

  /// What podman was told. It is on this node, as far as CNI goes, if that is its backend.
  init(podman nodePaths: NodePaths) {
    self.init(.podman)
    var isCNI = false
    for path in nodePaths.podmanConfigs + files(in: nodePaths.podmanDropIns, ending: ".conf") {
      guard let toml = readTOML(path) else { continue }
      if let backend = toml["network", "network_backend"]?.text { isCNI = backend == "cni" }
      takeNetwork(
        toml, nil, ["network_config_dir", "cni_plugin_dirs", "default_network"], of: path)
    }
    if !isCNI { files = [] }
    setDefault(.confDirectory, "network_config_dir", ["/etc/cni/net.d"])
    setDefault(.defaultNetwork, "default_network", ["podman"])
  }

  /// The settings `[PARENT.network]` has under these names: conf dir, plugin dirs, default network.
  private mutating func takeNetwork(
    _ toml: TOML, _ parent: String?, _ names: [String], of path: FilePath
  ) {
    let keys: [AgentSetting.Key] = [.confDirectory, .pluginDirectories, .defaultNetwork]
    let table = (parent.map { [$0] } ?? []) + ["network"]
    for (key, name) in zip(keys, names) {
      guard let value = toml[table + [name]] else { continue }
      let texts = (value.text.map { [$0] } ?? value.elements.compactMap(\.text))
        .filter { !$0.isEmpty }
      if !texts.isEmpty { set(key, name, texts, by: path.string) }
    }
  }
}
