/// A file of network configuration.
public struct ConfigurationFile: Equatable, Sendable {
  public var path: String
  /// `nil` where the file makes no sense; ``error`` says why.
  public var network: String?
  /// What its plugins are asked for; empty where the file names none, which means 0.1.0.
  public var version: String?
  /// The types of its plugins, in order.
  public var plugins: [String] = []
  public var error: String?
  /// The worst first.
  public var findings: [CNISetup.Finding] = []
  /// What each agent that reads its directory does with it.
  public var verdicts: [Verdict] = []
  /// Its content, indented.
  public var lines: [String] = []

  public init(
    path: String, network: String? = nil, version: String? = nil, plugins: [String] = [],
    error: String? = nil, findings: [CNISetup.Finding] = [], verdicts: [Verdict] = [],
    lines: [String] = []
  ) {
    self.path = path
    self.network = network
    self.version = version
    self.plugins = plugins
    self.error = error
    self.findings = findings
    self.verdicts = verdicts
    self.lines = lines
  }

  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// What one agent does with the file, and why.
  public struct Verdict: Hashable, Sendable {
    public var agent: String
    public var outcome: Outcome
    public var reason: String

    public init(agent: String, outcome: Outcome, reason: String) {
      self.agent = agent
      self.outcome = outcome
      self.reason = reason
    }

    public enum Outcome: String, CaseIterable, Sendable {
      /// A pod gets this network.
      case taken
      /// The agent knows it, and uses it for who asks for it by name.
      case byName
      case passedOver
      /// It keeps the agent from all of the directory.
      case stops
    }
  }
}
