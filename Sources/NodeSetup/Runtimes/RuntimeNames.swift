import CNI
public import Files
import Formats
public import SystemPackage

/// What the container runtimes of a node call their containers. Costs more than the result cache:
/// wanted for the namespaces that the cache does not name.
public struct RuntimeNames: Hashable, Sendable {
  /// In the order of the runtimes, then of their ids. Containers that have ended may be among them.
  public private(set) var containers: [ContainerName] = []
  /// Damaged files, and what could not be read.
  public private(set) var gaps: [FileGap] = []
  /// Those in which every container has one of its own, also such as do not exist yet.
  public private(set) var directories: [FilePath]

  /// Reads every runtime's directories; one that is not there is a runtime not installed.
  public init(_ nodePaths: NodePaths) {
    var cache = RuntimeFileCache()
    self.init(nodePaths, &cache)
  }

  /// The same, and opens no file that has not changed since it was read with the same cache.
  public init(_ nodePaths: NodePaths, _ cache: inout RuntimeFileCache) {
    directories =
      nodePaths.containerdDirectories + nodePaths.storageDirectories + nodePaths.dockerDirectories
    for path in nodePaths.containerdDirectories {
      for namespace in ids(in: path) { readContainerd(path.appending(namespace), &cache) }
    }
    for path in nodePaths.storageDirectories { readStorage(path, &cache) }
    for path in nodePaths.dockerDirectories { readDocker(path, &cache) }
    cache.dropUnused()
  }

  private mutating func readContainerd(_ path: FilePath, _ cache: inout RuntimeFileCache) {
    directories.append(path)
    containers += collect(in: path, "config.json", &cache) { (id, bytes) throws(FormatFailure) in
      ContainerName(containerd: id, try Bundle(bytes))
    }
  }

  private mutating func readStorage(_ path: FilePath, _ cache: inout RuntimeFileCache) {
    let known = Set(containers.map(\.id))
    let names = StorageNames(path, &cache)
    if let gap = names.gap { gaps.append(gap) }
    let found = collect(in: path, "userdata/config.json", except: known, &cache) {
      (id, bytes) throws(FormatFailure) in ContainerName(storage: id, try Bundle(bytes))
    }
    for var container in found {
      container.containerName = container.containerName ?? names.names[container.id]
      containers.append(container)
    }
  }

  private mutating func readDocker(_ path: FilePath, _ cache: inout RuntimeFileCache) {
    containers += collect(in: path, "config.v2.json", &cache) { (_, bytes) throws(FormatFailure) in
      try ContainerName(docker: bytes)
    }
  }

  /// Reads one file for each container; a container without it was never started, or just left.
  private mutating func collect(
    in path: FilePath, _ file: String, except known: Set<String> = [],
    _ cache: inout RuntimeFileCache, name: (String, [UInt8]) throws(FormatFailure) -> ContainerName?
  ) -> [ContainerName] {
    var found: [ContainerName] = []
    for id in ids(in: path) where !known.contains(id) {
      let config = path.appending(id).appending(file)
      do {
        let container = try cache.bundles.content(of: config) { (bytes) throws(FormatFailure) in
          try name(id, bytes)
        }
        if let container { found.append(container) }
      } catch FileFailure.refused(.noSuchFileOrDirectory), FileFailure.refused(.notDirectory) {
      } catch {
        gaps.append(FileGap(config, "\(error)"))
      }
    }
    return found
  }

  private mutating func ids(in path: FilePath) -> [String] {
    do throws(FileFailure) {
      let found = try Directory(path).names(limit: Limits.containers)
      if found.isCutOff { gaps.append(.cutOff(path, after: Limits.containers)) }
      return found.names.filter(\.isContainerID)
    } catch {
      if error != .refused(.noSuchFileOrDirectory) { gaps.append(FileGap(path, error)) }
      return []
    }
  }
}
