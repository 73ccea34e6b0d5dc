import TUI
import Topology

extension Topology {
  /// Who reads what, the files in the order they are read, the plugins, and the result cache, each under
  /// a heading. What is wrong stays in sight in a folded part too.
  func cniItems(isUnfolded: (RowID) -> Bool) -> [CNIItem] {
    cni.sections.flatMap { section in
      let items = cniItems(of: section)
      let isFolded = !isUnfolded(.cni(.section(section)))
      return [head(of: section, items, isFolded: isFolded)]
        + (isFolded ? items.filter(\.outline.isFault) : items)
    }
  }

  func cniItems(of section: CNISection) -> [CNIItem] {
    switch section {
    case .agents: return cni.agents.map(item)
    case .configurations(let directory):
      let present = cni.presentAgents
      return cni.configurations.filter { $0.directory == directory }
        .map { item(of: $0, present: present) }
    case .missing: return cni.missingPlugins.map(item)
    case .plugins(let path):
      return cni.pluginDirectories.filter { $0.path == path }.flatMap(items)
    case .cache: return cni.cache.map(item)
    }
  }

  private func head(of section: CNISection, _ items: [CNIItem], isFolded: Bool) -> CNIItem {
    let wrong = items.count(where: \.outline.isFault)
    let parts = [
      cni.title(of: section), wrong > 0 ? "\(wrong) ✗" : nil,
      isFolded ? "\(items.count) folded" : nil,
    ]
    return CNIItem(
      .section(section), "── \(parts.compactMap { $0 }.joined(separator: " · ")) ──",
      style: .heading, isHeading: true)
  }

  private func item(of agent: CNIAgent) -> CNIItem {
    let worst = agent.findings.first
    let isBroken = worst?.severity == .broken
    let state: String
    switch agent.presence {
    case .running: state = isBroken ? "✗ running" : "✓ running"
    case .configured: state = isBroken ? "✗ configured" : "configured"
    case .idle: state = "not running"
    case .absent: state = "not here"
    }
    return CNIItem(
      .agent(agent.name), agent.name, state: state, says: agent.summary,
      style: agent.presence.counts ? worst?.severity.style ?? .plain : .dim,
      isFault: agent.presence.counts && worst?.isFault == true)
  }

  private func item(of file: ConfigurationFile, present: Set<String>) -> CNIItem {
    let worst = file.findings.first { $0.isFault }
    let takers = file.verdicts.filter { $0.outcome == .taken && present.contains($0.agent) }
      .map(\.agent)
    let state: String
    if file.error != nil {
      state = "✗ broken"
    } else if !takers.isEmpty {
      state = (worst?.severity == .broken ? "✗ " : "✓ ") + takers.joined(separator: ", ")
    } else {
      state = (worst.map { $0.severity == .broken ? "✗ " : "▲ " } ?? "") + "not taken"
    }
    let name = [file.network, file.version].compactMap { $0 }.joined(separator: " ")
    let content = "\(name): \(file.plugins.joined(separator: " → "))"
    let says = file.error ?? worst.map { "\($0.text) · \(content)" } ?? content
    return CNIItem(
      .file(file.path), file.name, state: state, says: says,
      style: worst?.severity.style ?? (takers.isEmpty ? .plain : .good), isFault: worst != nil)
  }

  private func item(of missing: MissingPlugin) -> CNIItem {
    let files = missing.neededBy.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return CNIItem(
      .missing(missing.name), missing.name, state: "✗ missing",
      says: "needed by \(files.joined(separator: ", ")), not in "
        + missing.lookedIn.joined(separator: ", "),
      style: .bad, isFault: true)
  }

  /// Of a directory that no agent of this node looks in, nothing matters.
  private func items(of directory: PluginDirectory) -> [CNIItem] {
    let isUsed = cni.looksIn(directory.path)
    let error = directory.error.map { reason in
      CNIItem(
        .directory(directory.path), directory.path, state: "✗ not read", says: reason,
        style: isUsed ? .bad : .dim, isFault: isUsed)
    }
    return (error.map { [$0] } ?? [])
      + directory.programs.map { plugin in
        CNIItem(
          .plugin(directory: directory.path, name: plugin.name), plugin.name,
          state: plugin.stateWord, says: plugin.says,
          style: isUsed ? plugin.style : .dim, isFault: isUsed && plugin.isFault)
      }
  }

  private func item(of entry: CachedADD) -> CNIItem {
    let pod = entry.namespace.flatMap { self[$0]?.label.text } ?? entry.pod ?? entry.shortName
    let addresses = entry.addresses.map { "\($0)" }.joined(separator: " ")
    return CNIItem(
      .cached(entry.path), pod, state: entry.state.stateWord,
      says: entry.isFault
        ? "\(entry.evidence) \(addresses)" : "\(entry.network) \(entry.interface) \(addresses)",
      style: entry.isFault ? .bad : .plain, isFault: entry.isFault,
      facets: Row.Facets(
        namespace: pod.split(separator: "/").first?.lowercased() ?? "", pod: pod.lowercased(),
        address: addresses, interface: entry.interface.lowercased()))
  }
}
