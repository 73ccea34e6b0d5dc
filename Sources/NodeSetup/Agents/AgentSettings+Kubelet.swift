import Formats
import SystemPackage

extension AgentSettings {
  /// What the kubelet was told: by its configuration, then by flags, which win. Those of a running one
  /// are its own; otherwise those that systemd would start it with.
  init(kubelet process: AgentProcess?, _ roots: Roots) {
    self.init(.kubelet, process: process?.id)
    let given = process.map { CommandFlags($0.words) }
    let config = given?["--config"].map { roots.resolved(FilePath($0)) } ?? roots.kubeletConfig
    if let text = readText(config) { take(YAMLKeys(text), of: config) }
    if let given, let process {
      take(given, by: "process \(process.id)")
    } else {
      for path in flagFiles(roots) {
        if let text = readText(path) { take(CommandFlags(file: text), by: path.string) }
      }
    }
  }

  private func flagFiles(_ roots: Roots) -> [FilePath] {
    roots.kubeletUnitDirectories.flatMap { files(in: $0, ending: ".conf") } + roots.kubeletFlagFiles
  }

  private mutating func take(_ config: YAMLKeys, of path: FilePath) {
    let keys: [(AgentSetting.Key, String)] = [
      (.endpoint, "containerRuntimeEndpoint"), (.podRange, "podCIDR"), (.clusterDNS, "clusterDNS"),
    ]
    for (key, name) in keys where !config[name].isEmpty {
      set(key, name, config[name], by: path.string)
    }
  }

  private mutating func take(_ flags: CommandFlags, by origin: String) {
    let keys: [(AgentSetting.Key, String)] = [
      (.endpoint, "--container-runtime-endpoint"), (.confDirectory, "--cni-conf-dir"),
      (.pluginDirectories, "--cni-bin-dir"), (.cacheDirectory, "--cni-cache-dir"),
      (.removedFlag, "--network-plugin"), (.podRange, "--pod-cidr"),
      (.clusterDNS, "--cluster-dns"),
    ]
    for (key, name) in keys {
      guard let value = flags[name] else { continue }
      set(key, name, value.split(separator: ",").map(String.init), by: origin)
    }
  }
}
