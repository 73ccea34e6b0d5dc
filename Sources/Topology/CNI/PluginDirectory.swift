/// A directory in which agents look for plugins.
public struct PluginDirectory: Equatable, Sendable {
  public var path: String
  /// By the bytes of their names.
  public var programs: [Plugin] = []
  public var error: String?

  public init(path: String, programs: [Plugin] = [], error: String? = nil) {
    self.path = path
    self.programs = programs
    self.error = error
  }

  /// Names of those that can be called, sorted.
  public var plugins: [String] { programs.filter(\.state.isCallable).map(\.name) }
}

/// A program that an agent may call, or would if it could.
public struct Plugin: Hashable, Sendable {
  public var name: String
  public var state: State
  /// What it said that it supports, oldest first. None where it was not asked, or said something else.
  public var versions: [String] = []
  /// Why nothing is known of its versions, where it was asked.
  public var error: String?
  /// Whether a configuration names it.
  public var isNamed: Bool = false

  public init(
    name: String, state: State = .callable, versions: [String] = [], error: String? = nil,
    isNamed: Bool = false
  ) {
    self.name = name
    self.state = state
    self.versions = versions
    self.error = error
    self.isNamed = isNamed
  }

  public enum State: Hashable, Sendable {
    case callable
    case notExecutable
    /// For another machine: its architecture.
    case foreign(String)
    /// Neither a program for Linux nor a script.
    case noProgram
    /// Everybody may write to it, or to its directory. An agent calls it all the same; cnitop does not.
    case worldWritable

    public var isCallable: Bool { self == .callable || self == .worldWritable }
  }
}

/// A plugin that is called for and is not there.
public struct MissingPlugin: Hashable, Sendable {
  public var name: String
  /// Paths of the files that name it.
  public var neededBy: [String]
  public var lookedIn: [String]

  public init(name: String, neededBy: [String], lookedIn: [String]) {
    self.name = name
    self.neededBy = neededBy
    self.lookedIn = lookedIn
  }
}
