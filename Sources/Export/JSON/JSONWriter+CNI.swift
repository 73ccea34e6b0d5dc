import Addressing
import Formats
import Topology

extension JSONWriter {
  mutating func write(_ setup: CNISetup) {
    list("agents", setup.agents) { $0.write($1) }
    list("configurations", setup.configurations) { $0.write($1) }
    list("missingPlugins", setup.missingPlugins) { json, plugin in
      json.field("name", plugin.name)
      json.list("neededBy", plugin.neededBy)
      json.list("lookedIn", plugin.lookedIn)
    }
    list("pluginDirectories", setup.pluginDirectories) { json, directory in
      json.field("path", directory.path)
      json.list("plugins", directory.plugins)
      json.list("programs", directory.programs) { $0.write($1) }
      json.field("error", directory.error)
    }
    list("cache", setup.cache) { $0.write($1) }
  }

  private mutating func write(_ agent: CNIAgent) {
    field("name", agent.name)
    field("presence", agent.presence.word)
    if case .running(let process) = agent.presence { field("process", process) }
    list("files", agent.files)
    list("settings", agent.settings) { json, setting in
      json.field("name", setting.name)
      json.field("value", setting.value)
      json.field("origin", setting.origin)
    }
    field("confDirectory", agent.confDirectory)
    list("pluginDirectories", agent.pluginDirectories)
    list("taken", agent.taken)
    field("summary", agent.summary)
    field("outlook", agent.summary)  // its name in version 1
    write(agent.findings)
  }

  private mutating func write(_ file: ConfigurationFile) {
    field("path", file.path)
    field("network", file.network)
    field("version", file.version)
    list("plugins", file.plugins)
    field("error", file.error)
    list("verdicts", file.verdicts) { json, verdict in
      json.field("agent", verdict.agent)
      json.field("outcome", verdict.outcome.rawValue)
      json.field("reason", verdict.reason)
    }
    write(file.findings)
  }

  private mutating func write(_ findings: [CNISetup.Finding]) {
    list("findings", findings) { json, finding in
      json.field("severity", finding.severity.rawValue)
      json.field("text", finding.text)
    }
  }

  private mutating func write(_ plugin: Plugin) {
    field("name", plugin.name)
    field("state", plugin.state.word)
    if case .foreign(let machine) = plugin.state { field("machine", machine) }
    list("versions", plugin.versions)
    field("error", plugin.error)
    field("isNamed", plugin.isNamed)
  }

  private mutating func write(_ entry: CachedADD) {
    field("path", entry.path)
    field("state", entry.state.rawValue)
    field("evidence", entry.evidence)
    field("network", entry.network)
    field("containerID", entry.containerID)
    field("interface", entry.interface)
    list("addresses", entry.addresses.map { "\($0)" })
    field("namespacePath", entry.namespacePath)
    field("namespace", entry.namespace)
    field("pod", entry.pod)
    field("since", entry.since)
  }
}
