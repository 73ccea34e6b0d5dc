/// Where host-local keeps the leases of one network.
public struct LeaseLocation: Hashable, Sendable {
  /// A directory with one of its own for each network.
  public var dataDir: String
  public var network: String

  public init(dataDir: String, network: String) {
    self.dataDir = dataDir
    self.network = network
  }

  /// - Throws: code 7 for a path that is not absolute.
  init(network: String, ipam: ConfigObject<HostLocalKey>) throws(CNIError) {
    self.network = network
    dataDir = try ipam.text(.dataDir) ?? HostLocalConfig.usualDataDir
    guard dataDir.hasPrefix("/"), !dataDir.utf8.contains(0) else {
      throw ipam.wrong(.dataDir, "must be an absolute path", dataDir)
    }
  }
}
