import Formats
import SystemPackage

/// A file of containerd's configuration.
struct ContainerdFile {
  let path: FilePath
  let toml: TOML
  /// Of its form; files without one are of the first.
  var version: Int? { toml["version"]?.integer }

  /// Whether it has anything of that plugin, be it an empty table.
  func has(_ section: String) -> Bool { toml.hasTable(below: ["plugins", section]) }

  /// What it says of CNI in one of the sections that containerd's plugin for pods has had.
  func settings(_ section: String) -> [AgentSetting] {
    func value(_ key: String) -> JSON? { toml["plugins", section, "cni", key] }
    var settings: [AgentSetting] = []
    func add(_ key: AgentSetting.Key, _ name: String, _ values: [String]) {
      let told = values.filter { !$0.isEmpty }
      guard !told.isEmpty else { return }
      settings.append(AgentSetting(key: key, name: name, values: told, origin: path.string))
    }
    add(.confDirectory, "conf_dir", [value("conf_dir")?.text ?? ""])
    add(.pluginDirectories, "bin_dir", [value("bin_dir")?.text ?? ""])
    add(.pluginDirectories, "bin_dirs", value("bin_dirs")?.elements.compactMap(\.text) ?? [])
    add(.maxConfigs, "max_conf_num", [value("max_conf_num")?.integer.map(String.init) ?? ""])
    add(.confTemplate, "conf_template", [value("conf_template")?.text ?? ""])
    return settings
  }
}
