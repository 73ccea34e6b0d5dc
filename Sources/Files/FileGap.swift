import Quoting
public import SystemPackage

/// Something that could not be learned from a file or a directory, and why: one line, safe to print.
public struct FileGap: Hashable, Sendable {
  public let path: String
  public let reason: String

  public init(_ path: FilePath, _ reason: some CustomStringConvertible) {
    self.path = path.string.cleaned(limit: 512)
    self.reason = reason.description.cleaned(limit: 512)
  }

  /// Whether it is of this very file or directory.
  public func concerns(_ path: FilePath) -> Bool { self.path == path.string.cleaned(limit: 512) }

  /// A directory of which only the first `limit` entries were read.
  public static func cutOff(_ path: FilePath, after limit: Int) -> FileGap {
    FileGap(path, "more than \(limit) entries; the rest is left out")
  }
}

extension FileGap: CustomStringConvertible {
  public var description: String { "\(path): \(reason)" }
}
