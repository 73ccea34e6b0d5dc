import Dice
import Topology

extension Dice {
  mutating func setup() -> CNISetup {
    CNISetup(
      agents: some(of: ["crio", "kubelet"]).map { agent($0) },
      configurations: some(of: ["/c/a", "/c/b", "/c/c"]).map { file($0) },
      missingPlugins: some(upTo: 2) {
        MissingPlugin(
          name: $0.text(), neededBy: $0.some(upTo: 2) { $0.text() },
          lookedIn: $0.some(upTo: 2) { $0.text() })
      }, pluginDirectories: some(of: ["/p/a", "/p/b"]).map { directory($0) },
      cache: some(upTo: 2) { $0.cached() })
  }

  private mutating func agent(_ name: String) -> CNIAgent {
    CNIAgent(
      name: name,
      presence: one(of: [.running(process: number(Int32.self)), .configured, .idle, .absent]),
      files: some(upTo: 2) { $0.text() },
      settings: some(upTo: 2) {
        CNIAgent.Setting(name: $0.text(), value: $0.text(), origin: $0.text())
      }, confDirectory: maybe { $0.text() }, pluginDirectories: some(upTo: 2) { $0.text() },
      taken: some(upTo: 2) { $0.text() }, summary: text(), findings: some(upTo: 2) { $0.finding() })
  }

  private mutating func finding() -> CNISetup.Finding {
    CNISetup.Finding(any(CNISetup.Finding.Severity.self), text())
  }

  private mutating func file(_ path: String) -> ConfigurationFile {
    ConfigurationFile(
      path: path, network: maybe { $0.text() }, version: maybe { $0.text() },
      plugins: some(upTo: 2) { $0.text() }, error: maybe { $0.text() },
      findings: some(upTo: 2) { $0.finding() },
      verdicts: some(upTo: 2) {
        ConfigurationFile.Verdict(
          agent: $0.text(), outcome: $0.any(ConfigurationFile.Verdict.Outcome.self),
          reason: $0.text())
      }, lines: some(upTo: 3) { $0.text() })
  }

  private mutating func directory(_ path: String) -> PluginDirectory {
    PluginDirectory(
      path: path,
      programs: some(upTo: 3) {
        Plugin(
          name: $0.text(),
          state: $0.one(of: [
            .callable, .notExecutable, .foreign($0.text()), .noProgram, .worldWritable,
          ]), versions: $0.some(upTo: 2) { $0.text() }, error: $0.maybe { $0.text() },
          isNamed: $0.flip())
      }, error: maybe { $0.text() })
  }

  private mutating func cached() -> CachedADD {
    CachedADD(
      path: text(), network: text(), containerID: text(), interface: text(),
      addresses: some(upTo: 2) { $0.prefix() }, namespacePath: maybe { $0.text() },
      namespace: maybe { $0.namespaceID() }, pod: maybe { $0.text() }, since: maybe { $0.time() },
      state: any(CachedADD.State.self), evidence: text())
  }
}
