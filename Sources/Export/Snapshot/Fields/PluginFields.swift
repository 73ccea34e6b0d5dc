import Topology

extension PluginDirectory: Coded {
  static var blank: PluginDirectory { PluginDirectory(path: "") }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("path", &path)
    if Coder.writes {
      var callable = plugins
      try coder.list("plugins", &callable)
    }
    try coder.list("programs", &programs, context)
    try coder.field("error", &error)
  }
}

extension Plugin: Coded {
  static var blank: Plugin { Plugin(name: "") }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("name", &name)
    try state.code(&coder)
    try coder.list("versions", &versions)
    try coder.field("error", &error)
    try coder.field("isNamed", &isNamed)
  }
}

extension Plugin.State {
  fileprivate mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder
  ) throws(Coder.Failure) {
    var (word, machine) = (word, machine)
    try coder.field("state", &word)
    try coder.field("machine", &machine)
    try coder.take(
      &self, Plugin.State(word, machine: machine), "state",
      "callable, not executable, no program, world-writable, or foreign with a machine")
  }

  private var machine: String? {
    switch self {
    case .foreign(let machine): machine
    case .callable, .notExecutable, .noProgram, .worldWritable: nil
    }
  }

  private init?(_ word: String, machine: String?) {
    switch (word, machine) {
    case ("callable", nil): self = .callable
    case ("not executable", nil): self = .notExecutable
    case ("foreign", let machine?): self = .foreign(machine)
    case ("no program", nil): self = .noProgram
    case ("world-writable", nil): self = .worldWritable
    case (_, _): return nil
    }
  }
}

extension MissingPlugin: Coded {
  static var blank: MissingPlugin { MissingPlugin(name: "", neededBy: [], lookedIn: []) }

  mutating func code<Coder: FieldCoder>(
    _ coder: inout Coder, _ context: CodingContext
  ) throws(Coder.Failure) {
    try coder.field("name", &name)
    try coder.list("neededBy", &neededBy)
    try coder.list("lookedIn", &lookedIn)
  }
}
