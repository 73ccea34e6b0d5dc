public import Files
public import SystemPackage

/// A data directory of host-local: one directory for each network.
public struct DataDirectory: Hashable, Sendable {
  public let path: FilePath
  /// By the bytes of their names.
  public private(set) var networks: [LeaseDirectory] = []
  /// What stands there and is no network's directory, and what could not be read.
  public private(set) var gaps: [FileGap] = []

  /// Reads all of it. That there is none at all is no gap: no pod was ever made here.
  public init(_ path: FilePath) {
    self.path = path
    gaps =
      Directory.list(path, limit: Limits.configs) { directory, names, gaps throws(FileFailure) in
        for name in names { read(name, in: directory, &gaps) }
      } ?? []
  }

  /// Brings up to date what these files in a network's directory say, after changes.
  public mutating func reread(_ names: Set<String>, ofNetwork directory: FilePath) {
    for index in networks.indices where networks[index].path == directory {
      networks[index].reread(names)
    }
  }

  private mutating func read(
    _ name: String, in directory: borrowing Directory, _ gaps: inout [FileGap]
  ) {
    let kind = try? directory.facts(name).kind
    if kind == .directory, name.isNetworkName {
      networks.append(LeaseDirectory(path.appending(name)))
    } else {
      gaps.append(FileGap(path.appending(name), "not a directory of a network"))
    }
  }
}
