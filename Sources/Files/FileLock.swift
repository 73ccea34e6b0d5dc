import Glibc
import SystemPackage

/// An exclusive lock on a file (`flock`), held until the end of its scope, or of the process.
public struct FileLock: ~Copyable {
  private let descriptor: Descriptor

  /// Waits for whoever holds it. The file is made where it is not there yet.
  ///
  /// - Throws: ``FileFailure/notAFile`` where a link, a fifo or the like stands in its place.
  public init(_ name: String, in directory: borrowing Directory) throws(FileFailure) {
    let file = try Descriptor(locking: name, in: directory)
    while flock(file.rawValue, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .lastCall }
    }
    descriptor = file
  }
}

extension Descriptor {
  /// Opens the regular file that a lock is held on, or makes it.
  init(locking name: String, in directory: borrowing Directory) throws(FileFailure) {
    try directory.check(name)
    let file = try Descriptor(
      writing: name, in: directory.rawValue, flags: O_CREAT | O_NOFOLLOW, mode: 0o600)
    guard try file.facts().kind == .file else { throw .notAFile }
    self = file
  }
}
