public import CNI
import Files
import NodeSetup
import SystemPackage

extension Runtime {
  /// Calls STATUS of every plugin; says `false` where the network's version has none, and none was
  /// called. libcni takes that for a good answer too.
  public func status(_ network: String) throws(CNIError) -> Bool {
    let list = try NetworkList.find(network, in: confDirectory)
    guard list.version >= .v1_1_0 else { return false }
    let order = Order(of: network)
    for index in list.types.indices { _ = try call(.status, order, list, index, nil) }
    return true
  }

  /// What of the configuration cannot be read, or is of no use; a line each.
  public var notices: [String] { ConfigDirectory(confDirectory).gaps.map(\.description) }

  /// The plugins that can be called: those built in, and what is in the bin directories.
  public var plugins: [String] {
    let programs = binDirectories.flatMap { directory in
      PluginListing(FilePath(directory)).programs.filter(\.facts.isExecutable).map(\.name)
    }
    let builtIn = prefersPrograms ? [] : PluginRole.allCases.map(\.rawValue)
    return Set(builtIn + programs).sorted()
  }

  /// The versions of the specification that a plugin says it knows.
  public func versions(of plugin: String) throws(CNIError) -> [String] {
    guard prefersPrograms || PluginRole(rawValue: plugin) == nil else {
      return CNIVersion.allCases.map(\.rawValue)
    }
    let program = try ExternalPlugin(plugin, try invocation(.version, Order(of: "")))
    let question = Array(#"{"cniVersion":"\#(CNIVersion.newest.rawValue)"}"#.utf8)
    return CNIVersion.supported(answer: try program.call(.version, question)) ?? []
  }
}
