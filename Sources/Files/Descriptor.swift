import Glibc
import SystemPackage

/// An open file, directory, socket or end of a pipe; closed at the end of its scope.
public struct Descriptor: ~Copyable, Sendable {
  public let rawValue: Int32

  /// Takes over a descriptor that is open: nobody else closes it.
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// Never waits: a fifo without a writer opens at once, to be refused by its kind.
  init(_ name: String, in directory: Int32, flags: Int32) throws(FileFailure) {
    guard !name.utf8.contains(0) else { throw .refused(.invalidArgument) }
    let opened = unsafe openat(directory, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags)
    guard opened >= 0 else { throw FileFailure(opening: .current) }
    rawValue = opened
  }

  deinit { close(rawValue) }

  /// Hands it over, open: it is the caller's to close.
  public consuming func release() -> Int32 {
    let released = rawValue
    discard self
    return released
  }

  /// What `fstat` says of it.
  public func facts() throws(FileFailure) -> FileFacts {
    var status = stat()
    guard unsafe fstat(rawValue, &status) == 0 else { throw .lastCall }
    return FileFacts(status)
  }

  /// Everything from here to the end.
  func bytes(expecting size: Int, limit: Int) throws(FileFailure) -> [UInt8] {
    var bytes = try chunk(of: min(size, limit) + 1)
    guard bytes.count > size else { return bytes }
    while bytes.count <= limit {
      let more = try chunk(of: 65536)
      guard !more.isEmpty else { return bytes }
      bytes += more
    }
    throw .tooLarge(limit: limit)
  }

  /// At most this much of what comes next; nothing at the end.
  func chunk(of capacity: Int) throws(FileFailure) -> [UInt8] {
    var failure: Errno?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let got = retrying { unsafe read(rawValue, buffer.baseAddress, capacity) }
      if got < 0 { failure = .current }
      count = max(got, 0)
    }
    if let failure { throw .refused(failure) }
    return bytes
  }
}

extension FileFailure {
  /// `ELOOP` is a link that was not followed, `ENXIO` a socket.
  init(opening code: Errno) {
    self =
      code == .tooManySymbolicLinkLevels || code == .noSuchAddressOrDevice
      ? .notAFile : .refused(code)
  }
}
