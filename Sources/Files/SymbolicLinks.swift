import Glibc

/// What to do where the last part of a path is a symbolic link.
public enum SymbolicLinks: Sendable {
  /// The link is an error: for directories that a container's runtime or a stranger may write to.
  case refused
  /// The link is read through: for what an administrator put there.
  case followed

  var openFlags: Int32 { self == .refused ? O_NOFOLLOW : 0 }
  var statusFlags: Int32 { self == .refused ? AT_SYMLINK_NOFOLLOW : 0 }

  /// Where a link points, up to `limit` bytes of it.
  public static func target(of path: String, limit: Int = 255) throws(FileFailure) -> String {
    try target(of: path, in: AT_FDCWD, limit: limit)
  }

  /// The same, relative to an open directory; an empty path is the open link itself.
  static func target(
    of path: String, in directory: Int32, limit: Int
  ) throws(FileFailure) -> String {
    var bytes = [CChar](repeating: 0, count: limit)
    let count = unsafe readlinkat(directory, path, &bytes, limit)
    guard count >= 0 else { throw .lastCall }
    return String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
