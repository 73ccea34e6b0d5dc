import TUI
import Export
import Topology

extension App {
  func details(of id: CNIRowID) -> [Details.Entry] {
    let cni = shown.topology.cni
    switch id {
    case .section(let section): return details(of: section)
    case .agent(let name): return cni.agent(name).map { Self.details(of: $0) } ?? []
    case .file(let path): return cni.configuration(path).map { Self.details(of: $0) } ?? []
    case .plugin(let directory, let name):
      return cni.plugin(directory, name).map { details(of: $0, in: directory) } ?? []
    case .directory(let path): return [.init("directory", path)]
    case .missing(let name):
      let missing = cni.missingPlugins.first { $0.name == name }
      return [.init("plugin", name), .init("state", "✗ missing", .bad)]
        + (missing?.neededBy ?? []).map { .init("needed by", $0) }
        + (missing?.lookedIn ?? []).map { .init("not in", $0) }
    case .cached(let path): return cni.cached(path).map { details(of: $0) } ?? []
    }
  }

  /// What is wrong in a part, in whole sentences; of agents, what becomes of a pod.
  private func details(of section: CNISection) -> [Details.Entry] {
    let items = shown.topology.cniItems(of: section)
    let told =
      section == .agents
      ? items.filter { $0.outline.style != .dim } : items.filter(\.outline.isFault)
    if told.isEmpty, section == .agents {
      return [.init("", "No runtime and no kubelet was found on this node.", .dim)]
    }
    guard !told.isEmpty else { return [.init("", "Nothing is wrong here.", .good)] }
    return told.map { .init($0.name, $0.says, $0.outline.style) }
  }

  private static func details(of agent: CNIAgent) -> [Details.Entry] {
    let presence: String
    switch agent.presence {
    case .running(let process): presence = "running, process \(process)"
    case .configured: presence = "its files are here; it was not seen running"
    case .idle: presence = "its files are here, and another runtime runs"
    case .absent: presence = "not here: this is what it would do"
    }
    return [.init("agent", agent.name), .init("state", presence), .init("summary", agent.summary)]
      + findings(agent.findings.filter { $0.text != agent.summary })
      + agent.taken.map { .init("takes", $0, .good) }
      + agent.settings.flatMap { setting in
        [
          Details.Entry(setting.name, setting.value, .accent),
          Details.Entry("", "by \(setting.origin)", .dim),
        ]
      }
      + agent.files.map { .init("read", $0) }
  }

  private static func details(of file: ConfigurationFile) -> [Details.Entry] {
    let head: [Details.Entry] = [
      .init("file", file.path), .init("network", file.network ?? "–"),
      .init(
        "version", (file.version ?? "").isEmpty ? "none, which means 0.1.0" : file.version ?? ""),
      .init("plugins", file.plugins.joined(separator: " → ")),
    ]
    return (file.error == nil ? head : [head[0]]) + findings(file.findings)
      + file.verdicts.map { verdict in
        .init(verdict.agent, "\(verdict.outcome.words): \(verdict.reason)", verdict.outcome.style)
      }
      + file.lines.enumerated().map { .init($0 == 0 ? "content" : "", $1.halfIndented, .dim) }
  }

  private static func findings(_ findings: [CNISetup.Finding]) -> [Details.Entry] {
    findings.map {
      .init($0.severity.rawValue, "\($0.severity.sign) \($0.text)", $0.severity.style)
    }
  }

  private func details(of plugin: Plugin, in directory: String) -> [Details.Entry] {
    let users = shown.topology.cni.configurations.filter { $0.plugins.contains(plugin.name) }
    return [
      .init("plugin", "\(directory)/\(plugin.name)"),
      .init("state", plugin.stateWord, plugin.isFault ? .bad : .good),
      .init("says", plugin.says),
    ]
      + (plugin.versions.isEmpty
        ? [] : [.init("supports", plugin.versions.joined(separator: " "))])
      + users.map { .init("called by", $0.path) }
      + (plugin.isNamed || !users.isEmpty
        ? [] : [.init("called by", "no configuration of this node", .dim)])
  }

  private func details(of entry: CachedADD) -> [Details.Entry] {
    [
      .init("file", entry.path),
      .init("state", entry.state.stateWord, entry.isFault ? .bad : .good),
      .init("evidence", entry.evidence), .init("pod", entry.pod ?? "–"),
      .init("network", entry.network), .init("interface", entry.interface),
    ]
      + entry.addresses.map { .init("address", "\($0)") }
      + [
        .init("netns", entry.namespacePath ?? "–"), .init("container", entry.containerID),
        .init("since", entry.since.map { $0.timeOfDay(offset: clockOffset) } ?? "–"),
      ]
  }
}

extension String {
  /// With half of the spaces that it begins with: panes are narrow.
  fileprivate var halfIndented: String {
    let spaces = prefix { $0 == " " }.count
    return String(dropFirst(spaces / 2))
  }
}

extension ConfigurationFile.Verdict.Outcome {
  fileprivate var words: String {
    switch self {
    case .taken: "takes it"
    case .byName: "knows it"
    case .passedOver: "passes it over"
    case .stops: "stops here"
    }
  }

  fileprivate var style: Style {
    switch self {
    case .taken: .good
    case .byName, .passedOver: .plain
    case .stops: .bad
    }
  }
}
