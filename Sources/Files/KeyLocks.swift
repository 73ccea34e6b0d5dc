import Glibc
import SystemPackage

/// Exclusive locks on keys, all of them in one file: each is on one byte of it, the key's place
/// (open file description locks, fcntl(2)). All are held until the end of this value's scope, or of
/// the process.
public struct KeyLocks: ~Copyable {
  private let descriptor: Descriptor

  /// Holds nothing yet. The file is made where it is not there.
  ///
  /// - Throws: ``FileFailure/notAFile`` where a link, a fifo or the like stands in its place.
  public init(_ name: String, in directory: borrowing Directory) throws(FileFailure) {
    descriptor = try Descriptor(locking: name, in: directory)
  }

  /// Waits for whoever holds the lock at a place, below 2^62.
  public func lock(_ place: UInt64) throws(FileFailure) {
    while !set(place, command: 38) {  // F_OFD_SETLKW
      guard errno == EINTR else { throw .lastCall }
    }
  }

  /// Locks a place, below 2^62, unless somebody else holds it; whether it is ours now.
  public func tryLock(_ place: UInt64) throws(FileFailure) -> Bool {
    if set(place, command: 37) { return true }  // F_OFD_SETLK
    guard errno == EAGAIN || errno == EACCES else { throw .lastCall }
    return false
  }

  private func set(_ place: UInt64, command: Int32) -> Bool {
    var lock = Glibc.flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(place & (1 << 62 - 1))
    lock.l_len = 1
    return unsafe fcntl(descriptor.rawValue, command, &lock) == 0
  }
}
