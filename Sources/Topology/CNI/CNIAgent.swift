/// A program that reads configuration and calls plugins, or asks one that does.
public struct CNIAgent: Equatable, Sendable {
  public var name: String
  public var presence: Presence
  /// The files that were read for it, in the order in which later ones win.
  public var files: [String] = []
  public var settings: [Setting] = []
  /// Where it looks for configuration. `nil` for one that leaves it to its runtime.
  public var confDirectory: String?
  /// Where it looks for plugins, in this order.
  public var pluginDirectories: [String] = []
  /// Paths of the files whose networks a new pod gets, in order.
  public var taken: [String] = []
  /// What happens when a pod comes, in one sentence.
  public var summary: String = ""
  /// The worst first. One that is broken means: no pod gets a network.
  public var findings: [CNISetup.Finding] = []

  public init(
    name: String, presence: Presence, files: [String] = [], settings: [Setting] = [],
    confDirectory: String? = nil, pluginDirectories: [String] = [], taken: [String] = [],
    summary: String = "", findings: [CNISetup.Finding] = []
  ) {
    self.name = name
    self.presence = presence
    self.files = files
    self.settings = settings
    self.confDirectory = confDirectory
    self.pluginDirectories = pluginDirectories
    self.taken = taken
    self.summary = summary
    self.findings = findings
  }

  public enum Presence: Hashable, Sendable {
    case running(process: Int32)
    /// Its files are here; it was not seen running, nor was another runtime.
    case configured
    /// Its files are here, and another runtime runs.
    case idle
    /// Nothing of it is here: this is what it would do.
    case absent

    /// Whether it matters to this node's pods.
    public var counts: Bool {
      switch self {
      case .running, .configured: true
      case .idle, .absent: false
      }
    }
  }

  public struct Setting: Hashable, Sendable {
    /// As the agent calls it: `conf_dir`, `--cni-conf-dir`.
    public var name: String
    public var value: String
    /// The file, the process, or its default.
    public var origin: String

    public init(name: String, value: String, origin: String) {
      self.name = name
      self.value = value
      self.origin = origin
    }
  }
}
