public import Files
public import SystemPackage

/// A directory of libcni's result cache: one file for each attachment.
public struct ResultCache: Hashable, Sendable {
  public let path: FilePath
  /// By the bytes of their files' names.
  public private(set) var attachments: [CachedAttachment] = []
  /// Damaged entries by their files, and what could not be read.
  public private(set) var gaps: [FileGap] = []

  /// Reads all of it. That there is none at all is no gap: not every runtime keeps one.
  public init(_ path: FilePath) {
    self.path = path
    gaps =
      Directory.list(path, limit: Limits.containers) { directory, names, gaps throws(FileFailure) in
        var reader = CacheReader(path: path)
        attachments = names.compactMap { reader.read($0, in: directory) }
        gaps += reader.gaps
      } ?? []
  }

  /// Brings up to date what these files in it say, after changes.
  public mutating func reread(_ names: Set<String>) {
    let files = names.map(path.appending)
    attachments.removeAll { names.contains($0.file) }
    gaps.removeAll { gap in files.contains { gap.concerns($0) } }
    var reader = CacheReader(path: path)
    guard let directory = try? Directory(path) else { return }
    for name in names {
      if let attachment = reader.read(name, in: directory) { attachments.append(attachment) }
    }
    gaps += reader.gaps
    attachments.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    gaps.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
