public import Files
public import SystemPackage

/// What an agent of this node was told about CNI, and by what.
public struct AgentSettings: Hashable, Sendable {
  public var kind: AgentKind
  /// The process, where it runs.
  public var process: Int32?
  /// The files that were read for it, in the order in which later ones win.
  public var files: [FilePath] = []
  /// In the order in which a person wants them; each key once.
  public private(set) var settings: [AgentSetting] = []
  /// Files that make no sense, or could not be read.
  public var gaps: [FileGap] = []
  /// What cannot be told from files alone.
  public internal(set) var doubts: [String] = []

  public init(_ kind: AgentKind, process: Int32? = nil) {
    self.kind = kind
    self.process = process
  }

  public subscript(_ key: AgentSetting.Key) -> AgentSetting? {
    settings.first { $0.key == key }
  }

  /// What is said later wins.
  mutating func set(_ key: AgentSetting.Key, _ name: String, _ values: [String], by origin: String)
  {
    let setting = AgentSetting(key: key, name: name, values: values, origin: origin)
    if let index = settings.firstIndex(where: { $0.key == key }) {
      settings[index] = setting
    } else {
      settings.append(setting)
      settings.sort { $0.key < $1.key }
    }
  }

  /// Fills in what the agent takes where nobody tells it.
  mutating func setDefault(_ key: AgentSetting.Key, _ name: String, _ values: [String]) {
    if self[key] == nil { set(key, name, values, by: "its default") }
  }

  /// Only absolute paths are followed.
  public func paths(_ key: AgentSetting.Key) -> [String] {
    (self[key]?.values ?? []).filter { $0.hasPrefix("/") && !$0.utf8.contains(0) }
  }

  /// Whether the agent, or a file of its own, is on this node.
  public var isPresent: Bool { process != nil || !files.isEmpty }
}

extension AgentSettings {
  /// Those of every agent that is on this node. The containerd that k3s starts is its own business.
  static func all(_ nodePaths: NodePaths, _ processes: [AgentProcess]) -> [AgentSettings] {
    func process(_ kind: AgentKind) -> AgentProcess? { processes.first { $0.kind == kind } }
    let containerd = AgentSettings(
      containerd: .containerd, process: process(.containerd), config: nodePaths.containerdConfig,
      nodePaths)
    let k3s = AgentSettings(
      containerd: .k3s, process: process(.k3s), config: nodePaths.k3sConfig, nodePaths)
    let isOwn = !k3s.files.isEmpty && containerd.files == k3s.files
    return [
      AgentSettings(kubelet: process(.kubelet), nodePaths), isOwn ? nil : containerd, k3s,
      AgentSettings(crio: process(.crio), nodePaths), AgentSettings(podman: nodePaths),
    ].compactMap { $0 }.filter(\.isPresent)
  }
}

/// One thing that an agent was told.
public struct AgentSetting: Hashable, Sendable {
  public var key: Key
  /// As the agent calls it: `conf_dir`, `--cni-conf-dir`, `network_dir`.
  public var name: String
  public var values: [String]
  /// The file, or `process 4711`.
  public var origin: String

  /// What it is about.
  public enum Key: Int, Hashable, Comparable, CaseIterable, Sendable {
    case endpoint
    case isDisabled
    case confDirectory
    case pluginDirectories
    case maxConfigs
    case confTemplate
    case defaultNetwork
    case cacheDirectory
    case removedFlag
    case podCIDR
    case clusterDNS

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }
}
