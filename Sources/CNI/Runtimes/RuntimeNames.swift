public import Files
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
  public init(_ roots: Roots) {
    directories = roots.containerdDirectories + roots.storageDirectories + roots.dockerDirectories
    for path in roots.containerdDirectories {
      for namespace in ids(in: path) { readContainerd(path.appending(namespace)) }
    }
    for path in roots.storageDirectories { readStorage(path, roots) }
    for path in roots.dockerDirectories { readDocker(path) }
  }

  private mutating func readContainerd(_ path: FilePath) {
    directories.append(path)
    collect(in: path, "config.json") { (id, bytes) throws(FormatFailure) in
      var container = ContainerName(containerd: id, try Bundle(bytes))
      container.pid = Self.pid(path.appending(id).appending("init.pid"))
      return container
    }
  }

  private mutating func readStorage(_ path: FilePath, _ roots: Roots) {
    let known = Set(containers.map(\.id))
    let names = StorageNames(path)
    if let gap = names.gap { gaps.append(gap) }
    collect(in: path, "userdata/config.json") { (id, bytes) throws(FormatFailure) in
      guard !known.contains(id) else { return nil }
      var container = ContainerName(storage: id, try Bundle(bytes))
      container.containerName = container.containerName ?? names.names[id]
      container.pid =
        roots.storageDirectories.lazy.compactMap {
          Self.pid($0.appending(id).appending("userdata/pidfile"))
        }.first
      return container
    }
  }

  private mutating func readDocker(_ path: FilePath) {
    collect(in: path, "config.v2.json") { (_, bytes) throws(FormatFailure) in
      try ContainerName(docker: bytes)
    }
  }

  /// Reads one file for each container; a container without it was never started, or just left.
  private mutating func collect(
    in path: FilePath, _ file: String,
    name: (String, [UInt8]) throws(FormatFailure) -> ContainerName?
  ) {
    for id in ids(in: path) {
      let config = path.appending(id).appending(file)
      do {
        let file = try File(config, limit: Limits.json)
        if let container = try name(id, file.bytes) { containers.append(container) }
      } catch FileFailure.refused(.noSuchFileOrDirectory), FileFailure.refused(.notDirectory) {
      } catch {
        gaps.append(FileGap(config, "\(error)"))
      }
    }
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

  private static func pid(_ path: FilePath) -> Int32? {
    guard let file = try? File(path, limit: 32) else { return nil }
    let text = String(decoding: file.bytes, as: UTF8.self)
    return Int32(text.filter { !$0.isWhitespace }).flatMap { $0 > 0 ? $0 : nil }
  }
}
