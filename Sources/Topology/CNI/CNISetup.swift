/// What is configured on this node: who reads which files, what they say, the programs they call for, and
/// what is remembered of past calls.
public struct CNISetup: Equatable, Sendable {
  /// Those that are here, then what others would do on this node.
  public var agents: [CNIAgent] = []
  /// By directory, then in the order in which it is read: that of the names' bytes.
  public var configurations: [ConfigurationFile] = []
  /// Plugins that a configuration calls for and no directory has, by name.
  public var missingPlugins: [MissingPlugin] = []
  public var pluginDirectories: [PluginDirectory] = []
  /// libcni's result cache, by file.
  public var cache: [CachedADD] = []

  public init(
    agents: [CNIAgent] = [], configurations: [ConfigurationFile] = [],
    missingPlugins: [MissingPlugin] = [], pluginDirectories: [PluginDirectory] = [],
    cache: [CachedADD] = []
  ) {
    self.agents = agents
    self.configurations = configurations
    self.missingPlugins = missingPlugins
    self.pluginDirectories = pluginDirectories
    self.cache = cache
  }

  /// Something that a person should know of a file or an agent, in one sentence.
  public struct Finding: Hashable, Sendable {
    public var severity: Severity
    public var text: String

    public init(_ severity: Severity, _ text: String) {
      self.severity = severity
      self.text = text
    }

    public enum Severity: String, CaseIterable, Comparable, Sendable {
      /// It does not work like this.
      case broken
      /// It works, and hardly as it was meant.
      case suspect
      /// Worth a look.
      case hint

      public static func < (left: Self, right: Self) -> Bool {
        allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
      }
    }
  }
}
