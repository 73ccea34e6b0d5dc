import Topology

extension CNIAgent: Coded {
  static var blank: CNIAgent { CNIAgent(name: "", presence: .absent) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("name", &name)
    try presence.code(&coder)
    try coder.list("files", &files)
    try coder.list("settings", &settings, context)
    try coder.field("confDirectory", &confDirectory)
    try coder.list("pluginDirectories", &pluginDirectories)
    try coder.list("taken", &taken)
    try coder.field("summary", &summary)
    let outlook = summary
    try coder.derived("outlook", outlook)  // its name in version 1
    try coder.list("findings", &findings, context)
  }
}

extension CNIAgent.Presence {
  fileprivate mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder
  ) throws(Coder.Failure) {
    var (word, process) = (word, process)
    try coder.field("presence", &word)
    try coder.field("process", &process)
    try coder.take(
      &self, CNIAgent.Presence(word, process: process), "presence",
      "configured, idle, absent, or running with a process")
  }

  private var process: Int32? {
    switch self {
    case .running(let process): process
    case .configured, .idle, .absent: nil
    }
  }

  private init?(_ word: String, process: Int32?) {
    switch (word, process) {
    case ("running", let process?): self = .running(process: process)
    case ("configured", nil): self = .configured
    case ("idle", nil): self = .idle
    case ("absent", nil): self = .absent
    case (_, _): return nil
    }
  }
}

extension CNIAgent.Setting: Coded {
  static var blank: CNIAgent.Setting { CNIAgent.Setting(name: "", value: "", origin: "") }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("name", &name)
    try coder.field("value", &value)
    try coder.field("origin", &origin)
  }
}
