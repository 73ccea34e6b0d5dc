import CNI
import Files
import SystemPackage

/// Finds files by a path with patterns in it, as Go does (path/filepath, `Glob`).
struct GlobSearch {
  /// In the order of their names; of what cannot be read there is none.
  private(set) var found: [FilePath]

  /// Looks below `root` for an absolute path.
  ///
  /// `nil` for a pattern that makes no sense.
  init?(_ path: FilePath, below root: FilePath) {
    found = [root]
    for component in path.components {
      let name = component.string
      guard GlobPattern.isPattern(name) else {
        found = found.map { $0.appending(name) }
        continue
      }
      guard let pattern = GlobPattern(name) else { return nil }
      found = found.flatMap { directory in
        let names = (try? Directory(directory).names(limit: Limits.configs).names) ?? []
        return names.filter(pattern.matches).map { directory.appending($0) }
      }
      found = Array(found.prefix(Limits.configs))
    }
    found = found.filter(Self.isThere)
  }

  private static func isThere(_ path: FilePath) -> Bool {
    guard let name = path.lastComponent?.string else { return true }
    return (try? Directory(path.removingLastComponent()).facts(name)) != nil
  }
}
