import Formats
import SystemPackage

extension AgentSettings {
  /// What the kubelet was told: by its configuration, then by flags, which win. Those of a running one
  /// are its own; otherwise those that systemd would start it with.
  init(kubelet process: AgentProcess?, _ nodePaths: NodePaths) {
    self.init(.kubelet, process: process?.id)
    let given = process.map { CommandFlags($0.arguments) }
    let config =
      given?["--config"].map { nodePaths.resolved(FilePath($0)) } ?? nodePaths.kubeletConfig
    if let text = readText(config) { take(YAMLKeys(text), of: config) }
    if let given, let process {
      take(given, by: "process \(process.id)")
    } else {
      for path in flagFiles(nodePaths) {
        if let text = readText(path) { take(CommandFlags(file: text), by: path.string) }
      }
    }
  }

  private func flagFiles(_ nodePaths: NodePaths) -> [FilePath] {
    nodePaths.kubeletUnitDirectories.flatMap { files(in: $0, ending: ".conf") }
      + nodePaths.kubeletFlagFiles
  }

  private mutating func take(_ config: YAMLKeys, of path: FilePath) {
    let keys: [(AgentSetting.Key, String)] = [
      (.endpoint, "containerRuntimeEndpoint"), (.podCIDR, "podCIDR"), (.clusterDNS, "clusterDNS"),
    ]
    for (key, name) in keys where !config[name].isEmpty {
      set(key, name, config[name], by: path.string)
    }
  }

  private mutating func take(_ flags: CommandFlags, by origin: String) {
    let keys: [(AgentSetting.Key, String)] = [
      (.endpoint, "--container-runtime-endpoint"), (.confDirectory, "--cni-conf-dir"),
      (.pluginDirectories, "--cni-bin-dir"), (.cacheDirectory, "--cni-cache-dir"),
      (.removedFlag, "--network-plugin"), (.podCIDR, "--pod-cidr"),
      (.clusterDNS, "--cluster-dns"),
    ]
    for (key, name) in keys {
      guard let value = flags[name] else { continue }
      set(key, name, value.split(separator: ",").map(String.init), by: origin)
    }
  }
}
