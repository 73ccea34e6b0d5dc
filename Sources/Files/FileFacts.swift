import Glibc
public import SystemPackage

/// What `stat` says of a file.
public struct FileFacts: Hashable, Sendable {
  public let kind: Kind
  /// In bytes.
  public let size: Int64
  /// Last change of the content, in nanoseconds since 1970.
  public let modified: Int64
  /// Last change of the content or of what else is said here, in nanoseconds since 1970.
  public let changed: Int64
  /// Permission bits with set-user-id, set-group-id and sticky: the low 12 bits of `st_mode`.
  public let mode: UInt32
  /// The user it belongs to.
  public let owner: UInt32
  /// The group it belongs to.
  public let group: UInt32
  public let identity: FileIdentity

  public enum Kind: Hashable, Sendable {
    case file
    case directory
    case link
    /// A fifo, a socket or a device.
    case special
  }

  /// Whether anybody at all may execute it.
  public var isExecutable: Bool { kind == .file && mode & 0o111 != 0 }

  /// Whether it belongs to the user that this program runs as.
  public var isOurs: Bool { owner == geteuid() }

  /// Whether it is root's, or of the user that this program runs as; with raised rights, root's alone.
  public var hasTrustedOwner: Bool {
    owner == 0 || isOurs && !ElevatedPrivileges.arePresent
  }

  /// Whether everybody may change it.
  public var isWorldWritable: Bool { mode & 0o002 != 0 }

  var isGroupWritable: Bool { mode & 0o020 != 0 }

  /// Whether only the owner of what is in it may rename or remove that.
  var isSticky: Bool { mode & 0o1000 != 0 }

  /// A group other than root's and ours that may change it.
  var foreignWriters: UInt32? {
    isGroupWritable && group != 0 && group != getegid() ? group : nil
  }

  /// Of what stands at a path, which is not opened.
  public init(_ path: FilePath, links: SymbolicLinks = .refused) throws(FileFailure) {
    var status = stat()
    guard unsafe fstatat(AT_FDCWD, path.string, &status, links.statusFlags) == 0 else {
      throw .lastCall
    }
    self.init(status)
  }

  /// Whether anything stands at a path, links followed, and may be looked at.
  public static func areThere(at path: FilePath) -> Bool {
    (try? FileFacts(path, links: .followed)) != nil
  }

  /// Whether the last change is so long ago that another one will show in these facts: the clocks of
  /// file systems tick slowly.
  public var isSettled: Bool {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    return changed / 1_000_000_000 + Self.secondsToSettle < now.tv_sec
  }

  private static let secondsToSettle: Int64 = 2

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .special
      }
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    changed = Int64(status.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_ctim.tv_nsec)
    mode = UInt32(status.st_mode & 0o7777)
    owner = status.st_uid
    group = status.st_gid
    identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }
}
