/// What is configured on this node: the files a runtime would read, in the order it reads them.
public struct CNISetup: Equatable, Sendable {
  public var configurations: [ConfigurationFile] = []
  public var pluginDirectories: [PluginDirectory] = []

  public init(configurations: [ConfigurationFile] = [], pluginDirectories: [PluginDirectory] = []) {
    self.configurations = configurations
    self.pluginDirectories = pluginDirectories
  }
}

public struct ConfigurationFile: Equatable, Sendable {
  public var path: String
  /// `nil` where the file makes no sense; ``trouble`` says why.
  public var network: String?
  public var version: String?
  /// The types of its plugins, in order.
  public var plugins: [String] = []
  public var trouble: String?

  public init(
    path: String, network: String? = nil, version: String? = nil, plugins: [String] = [],
    trouble: String? = nil
  ) {
    self.path = path
    self.network = network
    self.version = version
    self.plugins = plugins
    self.trouble = trouble
  }
}

public struct PluginDirectory: Equatable, Sendable {
  public var path: String
  /// Names of the executable files, sorted.
  public var plugins: [String] = []
  public var trouble: String?

  public init(path: String, plugins: [String] = [], trouble: String? = nil) {
    self.path = path
    self.plugins = plugins
    self.trouble = trouble
  }
}
