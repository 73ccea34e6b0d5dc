import NodeSetup
import SystemPackage
import Topology

/// Who reads configuration files, and how it chooses among them.
struct Reader {
  var name: String
  var settings: AgentSettings?
  var confDirectory: String
  var pluginDirectories: [String]
  var policy: SelectionPolicy
  /// Whether anybody expects a network of it. A containerd without a kubelet may well be Docker's.
  var isWanted = true

  enum SelectionPolicy {
    /// The first so many files in the order of their names; one that makes no sense ends it (containerd's
    /// go-cni). 0 is no limit.
    case firstFiles(Int)
    /// Every sound file whose plugins are there; of these the named network, or the first (CRI-O's ocicni).
    case soundFiles(default: String?)
    /// The network that it is asked for, lists first (libcni, cnitool).
    case byName
  }

  var presence: CNIAgent.Presence

  /// Those that are here, then what containerd, CRI-O and cnitool would do if they were.
  static func all(_ files: NodeFiles) -> [Reader] {
    let isRunning = files.agents.contains { $0.kind != .kubelet && $0.process != nil }
    var here = files.agents.compactMap { Reader($0, otherwise: isRunning ? .idle : .configured) }
    let kinds = Set(files.agents.map(\.kind))
    for index in here.indices where here[index].settings?.kind == .containerd {
      here[index].isWanted = kinds.contains(.kubelet)
    }
    let runsContainerd = kinds.contains(.containerd) || kinds.contains(.k3s)
    return here
      + (runsContainerd ? [] : [absent("containerd", .firstFiles(1))])
      + (kinds.contains(.crio) ? [] : [absent("cri-o", .soundFiles(default: nil))])
      + [absent("cnitool", .byName)]
  }

  private static func absent(_ name: String, _ policy: SelectionPolicy) -> Reader {
    Reader(
      name: name, confDirectory: "/etc/cni/net.d", pluginDirectories: ["/opt/cni/bin"],
      policy: policy, presence: .absent)
  }
}

extension Reader {
  /// `nil` for an agent that leaves it to its runtime.
  fileprivate init?(_ settings: AgentSettings, otherwise presence: CNIAgent.Presence) {
    let first = settings[.defaultNetwork]?.values.first
    let policy: SelectionPolicy
    switch settings.kind {
    case .kubelet: return nil
    case .containerd, .k3s:
      policy = .firstFiles(settings[.maxConfigs]?.values.first.flatMap { Int($0) } ?? 1)
    case .crio, .podman: policy = .soundFiles(default: first)
    }
    self.init(
      name: settings.kind.rawValue, settings: settings,
      confDirectory: settings.paths(.confDirectory).first?.withoutSlash ?? "/etc/cni/net.d",
      pluginDirectories: settings.paths(.pluginDirectories).map { $0.withoutSlash },
      policy: policy, presence: settings.process.map { .running(process: $0) } ?? presence)
  }
}

extension Reader {
  /// CRI-O gives a network without a name that of its file.
  func overlooks(_ finding: ConfigFinding) -> Bool {
    guard case .soundFiles = policy else { return false }
    return finding == .nameless
  }
}

extension String {
  /// A directory's path as it is told elsewhere.
  fileprivate var withoutSlash: String {
    hasSuffix("/") && count > 1 ? String(dropLast()) : self
  }
}

extension CNIAgent {
  /// Who it is and what it was told; what it makes of it comes on top.
  init(_ name: String, _ settings: AgentSettings?, presence: Presence) {
    self.init(
      name: name, presence: presence, files: settings?.files.map(\.string) ?? [],
      settings: (settings?.settings ?? []).map {
        Setting(name: $0.name, value: $0.values.joined(separator: ", "), origin: $0.origin)
      },
      findings: (settings?.gaps ?? []).map { CNISetup.Finding(.broken, "\($0)") }
        + (settings?.doubts ?? []).map { CNISetup.Finding(.suspect, $0) })
  }
}
