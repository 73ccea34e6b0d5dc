import TUI
import Topology

extension Topology {
  /// Who reads what, the files in the order they are read, the plugins, and the result cache, each under
  /// a heading. What is wrong stays in sight in a folded part too.
  func cniRows(isUnfolded: (RowID) -> Bool) -> [Row] {
    cni.sections.flatMap { section in
      let rows = cniRows(of: section)
      let isFolded = !isUnfolded(.cni(.section(section)))
      return [head(of: section, rows, isFolded: isFolded)]
        + (isFolded ? rows.filter(\.isFault) : rows)
    }
  }

  func cniRows(of section: CNISection) -> [Row] {
    switch section {
    case .agents: return cni.agents.map(row)
    case .configurations(let directory):
      let present = cni.presentAgents
      return cni.configurations.filter { $0.directory == directory }
        .map { row(of: $0, present: present) }
    case .missing: return cni.missingPlugins.map(row)
    case .plugins(let path):
      return cni.pluginDirectories.filter { $0.path == path }.flatMap(rows)
    case .cache: return cni.cache.map(row)
    }
  }

  private func head(of section: CNISection, _ rows: [Row], isFolded: Bool) -> Row {
    let wrong = rows.count(where: \.isFault)
    let parts = [
      cni.title(of: section), wrong > 0 ? "\(wrong) ✗" : nil,
      isFolded ? "\(rows.count) folded" : nil,
    ]
    return Row(
      id: .cni(.section(section)),
      cells: ["── \(parts.compactMap { $0 }.joined(separator: " · ")) ──"], style: .heading,
      isHeading: true)
  }

  private func row(of agent: CNIAgent) -> Row {
    let worst = agent.findings.first
    let isBroken = worst?.severity == .broken
    let state: String
    switch agent.presence {
    case .running: state = isBroken ? "✗ running" : "✓ running"
    case .configured: state = isBroken ? "✗ configured" : "configured"
    case .idle: state = "not running"
    case .absent: state = "not here"
    }
    return Row(
      id: .cni(.agent(agent.name)),
      cells: [agent.name, state, agent.summary],
      style: agent.presence.counts ? worst?.severity.style ?? .plain : .dim,
      isFault: agent.presence.counts && worst?.isFault == true)
  }

  private func row(of file: ConfigurationFile, present: Set<String>) -> Row {
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
    return Row(
      id: .cni(.file(file.path)), cells: [file.name, state, says],
      style: worst?.severity.style ?? (takers.isEmpty ? .plain : .good), isFault: worst != nil)
  }

  private func row(of missing: MissingPlugin) -> Row {
    let files = missing.neededBy.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return Row(
      id: .cni(.missing(missing.name)),
      cells: [
        missing.name, "✗ missing",
        "needed by \(files.joined(separator: ", ")), not in "
          + missing.lookedIn.joined(separator: ", "),
      ], style: .bad, isFault: true)
  }

  /// Of a directory that no agent of this node looks in, nothing matters.
  private func rows(of directory: PluginDirectory) -> [Row] {
    let isUsed = cni.looksIn(directory.path)
    let error = directory.error.map { reason in
      Row(
        id: .cni(.directory(directory.path)), cells: [directory.path, "✗ not read", reason],
        style: isUsed ? .bad : .dim, isFault: isUsed)
    }
    return (error.map { [$0] } ?? [])
      + directory.programs.map { plugin in
        Row(
          id: .cni(.plugin(directory: directory.path, name: plugin.name)),
          cells: [plugin.name, plugin.stateWord, plugin.says],
          style: isUsed ? plugin.style : .dim, isFault: isUsed && plugin.isFault)
      }
  }

  private func row(of entry: CachedADD) -> Row {
    let pod = entry.namespace.flatMap { self[$0]?.label.text } ?? entry.pod ?? entry.shortName
    let addresses = entry.addresses.map { "\($0)" }.joined(separator: " ")
    return Row(
      id: .cni(.cached(entry.path)),
      cells: [
        pod, entry.state.stateWord,
        entry.isFault
          ? "\(entry.evidence) \(addresses)" : "\(entry.network) \(entry.interface) \(addresses)",
      ], style: entry.isFault ? .bad : .plain, isFault: entry.isFault,
      facets: Row.Facets(
        namespace: pod.split(separator: "/").first?.lowercased() ?? "", pod: pod.lowercased(),
        address: addresses, interface: entry.interface.lowercased()))
  }
}
