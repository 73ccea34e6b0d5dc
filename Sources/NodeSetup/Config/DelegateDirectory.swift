public import CNI
public import Files
public import SystemPackage

/// Where flannel's plugin keeps the configuration it made up for its delegate, mostly `bridge`: one
/// file for each container. The ranges are in no other file.
public struct DelegateDirectory: Hashable, Sendable {
  public let path: FilePath
  /// Each once; on most nodes that is one.
  public private(set) var configs: [NetworkConfig] = []
  /// Damaged files, and what could not be read.
  public private(set) var gaps: [FileGap] = []

  /// Reads all of it. That there is none at all is no gap: nothing is delegated here.
  public init(_ path: FilePath) {
    self.path = path
    gaps =
      Directory.list(path, limit: Limits.containers) { directory, names, gaps throws(FileFailure) in
        var seen: Set<[UInt8]> = []
        for name in names { read(name, in: directory, &seen, &gaps) }
      } ?? []
  }

  private mutating func read(
    _ name: String, in directory: borrowing Directory, _ seen: inout Set<[UInt8]>,
    _ gaps: inout [FileGap]
  ) {
    do {
      let bytes = try directory.file(name, limit: Limits.json).bytes
      if seen.insert(bytes).inserted { configs.append(try NetworkConfig(cached: bytes)) }
    } catch FileFailure.refused(.noSuchFileOrDirectory) {
    } catch {
      gaps.append(FileGap(path.appending(name), "\(error)"))
    }
  }
}
