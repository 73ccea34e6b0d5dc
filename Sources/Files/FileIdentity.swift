/// What tells one file from every other, whatever its path.
public struct FileIdentity: Hashable, Sendable {
  /// The file system's number: `st_dev`.
  public let device: UInt64
  /// The file's number in its file system: `st_ino`.
  public let inode: UInt64
}
