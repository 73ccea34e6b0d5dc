import Glibc
import SystemPackage

/// An exclusive lock on a file (`flock`), held until the end of its scope, or of the process.
public struct FileLock: ~Copyable {
  private let descriptor: Descriptor

  /// Waits for whoever holds it. The file is made where it is not there yet.
  public init(_ name: String, in directory: borrowing Directory) throws(FileFailure) {
    let file = try Descriptor(
      writing: name, in: directory.number, flags: O_CREAT | O_NOFOLLOW, mode: 0o644)
    while flock(file.number, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .refused(Errno(rawValue: errno)) }
    }
    descriptor = file
  }
}
