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
    do throws(FileFailure) {
      try read()
    } catch FileFailure.refused(.noSuchFileOrDirectory) {
    } catch {
      gaps.append(FileGap(path, error))
    }
  }

  private mutating func read() throws(FileFailure) {
    let directory = try Directory(path)
    let found = try directory.names(limit: Limits.containers)
    if found.isCutOff { gaps.append(.cutOff(path, after: Limits.containers)) }
    var reader = CacheReader(path: path)
    for name in found.names {
      if let attachment = reader.read(name, in: directory) { attachments.append(attachment) }
    }
    gaps += reader.gaps
  }
}

extension CachedAttachment {
  /// Reads one entry anew, after a change: the entry, `nil` where it is gone, or why it is damaged.
  public static func read(_ path: FilePath) -> (attachment: CachedAttachment?, gaps: [FileGap]) {
    let parent = path.removingLastComponent()
    var reader = CacheReader(path: parent)
    do throws(FileFailure) {
      let directory = try Directory(parent)
      return (reader.read(path.lastComponent?.string ?? "", in: directory), reader.gaps)
    } catch {
      return (nil, error == .refused(.noSuchFileOrDirectory) ? [] : [FileGap(path, error)])
    }
  }
}
