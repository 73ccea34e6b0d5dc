import Glibc

/// What to do where the last part of a path is a symbolic link.
public enum Links: Sendable {
  /// The link is an error: for directories that a container's runtime or a stranger may write to.
  case refused
  /// The link is read through: for what an administrator put there.
  case followed

  var openFlags: Int32 { self == .refused ? O_NOFOLLOW : 0 }
  var statusFlags: Int32 { self == .refused ? AT_SYMLINK_NOFOLLOW : 0 }
}
