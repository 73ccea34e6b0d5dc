import Addressing
import Topology

extension CNISetup: Coded {
  static var blank: CNISetup { CNISetup() }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.list("agents", &agents, context)
    try coder.list("configurations", &configurations, context)
    try coder.list("missingPlugins", &missingPlugins, context)
    try coder.list("pluginDirectories", &pluginDirectories, context)
    try coder.list("cache", &cache, context)
  }
}

extension CNISetup.Finding: Coded {
  static var blank: CNISetup.Finding { CNISetup.Finding(.hint, "") }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("severity", &severity)
    try coder.field("text", &text)
  }
}

extension ConfigurationFile: Coded {
  static var blank: ConfigurationFile { ConfigurationFile(path: "") }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("path", &path)
    try coder.field("network", &network)
    try coder.field("version", &version)
    try coder.list("plugins", &plugins)
    try coder.field("error", &error)
    try coder.list("verdicts", &verdicts, context)
    try coder.list("findings", &findings, context)
    try coder.list("lines", &lines)
  }
}

extension ConfigurationFile.Verdict: Coded {
  static var blank: ConfigurationFile.Verdict {
    ConfigurationFile.Verdict(agent: "", outcome: .taken, reason: "")
  }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("agent", &agent)
    try coder.field("outcome", &outcome)
    try coder.field("reason", &reason)
  }
}

extension CachedADD: Coded {
  static var blank: CachedADD { CachedADD(path: "", state: .unsure) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("path", &path)
    try coder.field("state", &state)
    try coder.field("evidence", &evidence)
    try coder.field("network", &network)
    try coder.field("containerID", &containerID)
    try coder.field("interface", &interface)
    try coder.list("addresses", &addresses)
    try coder.field("namespacePath", &namespacePath)
    try coder.field("namespace", &namespace, context)
    try coder.field("pod", &pod)
    try coder.field("since", &since)
  }
}
