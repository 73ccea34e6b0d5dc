import Addressing
import Quoting
import Topology

extension Report {
  /// Who reads what, the files with what is wrong with them, the plugins, and the cache's odd entries.
  var cni: [String] {
    let parts = [agents, files, plugins, cache].filter { !$0.isEmpty }
    return Array(parts.joined(separator: [""]))
  }

  private var agents: [String] {
    var table = TextTable(["READER", "PRESENCE", "CONF DIR", "PLUGIN DIRS", "SAYS"])
    for agent in topology.cni.agents where agent.presence.counts {
      table.add([
        agent.name, agent.presence.word, agent.confDirectory ?? "",
        agent.pluginDirectories.joined(separator: ", "), agent.summary,
      ])
    }
    return table.isEmpty ? [] : table.lines
  }

  private var files: [String] {
    var table = TextTable(["FILE", "NETWORK", "VERSION", "TAKEN BY", "PLUGINS"])
    var findings: [String] = []
    for file in topology.cni.configurations {
      let takers = file.verdicts.filter { $0.outcome == .taken }.map(\.agent)
      table.add([
        file.path, file.network ?? "", file.version ?? "", takers.joined(separator: ", "),
        file.error ?? file.plugins.joined(separator: ", "),
      ])
      findings += file.findings.filter { $0.text != file.error }.map {
        "\($0.severity.rawValue)  \(file.path): \($0.text)".onOneLine
      }
    }
    return (table.isEmpty ? [] : table.lines) + findings
  }

  private var plugins: [String] {
    var table = TextTable(["PLUGINS", "CAN BE CALLED", "CANNOT"])
    for directory in topology.cni.pluginDirectories
    where !directory.programs.isEmpty || directory.error != nil {
      let others = directory.programs.filter { !$0.state.isCallable }
      table.add([
        directory.path, directory.error ?? directory.plugins.joined(separator: ", "),
        others.map { "\($0.name) (\($0.state.word))" }.joined(separator: ", "),
      ])
    }
    for plugin in topology.cni.missingPlugins {
      table.add([
        "missing", "", "\(plugin.name), needed by \(plugin.neededBy.joined(separator: ", "))",
      ])
    }
    return table.isEmpty ? [] : table.lines
  }

  private var cache: [String] {
    let odd = topology.cni.cache.filter { $0.state == .stale || $0.state == .broken }
    guard !odd.isEmpty else { return [] }
    var table = TextTable(["CACHED RESULT", "STATE", "EVIDENCE"])
    for entry in odd { table.add([entry.path, entry.state.rawValue, entry.evidence]) }
    return table.lines
  }
}
