import Glibc
public import SystemPackage

extension Directory {
  /// Makes a file with this content, or says that one of the name is already there. Whoever looks
  /// sees all of it or nothing, also if the process ends meanwhile or the node loses power after.
  public func make(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o600) throws(FileFailure)
    -> Bool
  {
    try check(name)
    do throws(FileFailure) {
      let file = try Descriptor(
        writing: ".", in: rawValue, flags: 0o20200000, mode: mode)  // O_TMPFILE
      try file.write(bytes)
      try file.flush()
      guard try link(file, name) else { return false }
      try keep(name)
      return true
    } catch .refused(.notSupportedOnSocket), .refused(.isDirectory) {
      return try makeInPlace(name, bytes, mode)
    }
  }

  /// Writes a file anew, in place: for what may be lost.
  public func overwrite(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o600) throws(FileFailure)
  {
    try check(name)
    let file = try Descriptor(
      writing: name, in: rawValue, flags: O_CREAT | O_NOFOLLOW, mode: mode)
    guard try file.facts().kind == .file else { throw .notAFile }
    guard ftruncate(file.rawValue, 0) == 0 else { throw .lastCall }
    try file.write(bytes)
  }

  /// Writes a file anew, by way of a name that only this writer has: whoever looks sees all of it or
  /// what was before, also after a loss of power. A link in its place is replaced, not followed.
  public func replace(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o600) throws(FileFailure) {
    try check(name)
    let other = ".new-\(getpid())-\(String(UInt64.random(in: 0...(.max)), radix: 16))"
    guard try makeInPlace(other, bytes, mode) else { throw .refused(.fileExists) }
    guard unsafe renameat(rawValue, other, rawValue, name) == 0 else {
      let failure = FileFailure.lastCall
      try remove(other)
      throw failure
    }
    try descriptor.flush()
  }

  /// Dates a file's content, in nanoseconds since 1970.
  public func setModified(_ name: String, _ time: Int64) throws(FileFailure) {
    try check(name)
    let spec = timespec(tv_sec: Int(time / 1_000_000_000), tv_nsec: Int(time % 1_000_000_000))
    guard unsafe utimensat(rawValue, name, [spec, spec], AT_SYMLINK_NOFOLLOW) == 0 else {
      throw .lastCall
    }
  }

  /// A directory with all that is missing above it.
  public static func making(_ path: FilePath, mode: UInt32 = 0o755) throws(FileFailure)
    -> Directory
  {
    do throws(FileFailure) {
      return try Directory(path)
    } catch .refused(.noSuchFileOrDirectory) {
      let parent = path.removingLastComponent()
      guard let name = path.lastComponent?.string, parent != path else {
        throw .refused(.noSuchFileOrDirectory)
      }
      let above = parent.isEmpty ? "." : parent
      return try making(above, mode: mode).makingDirectory(name, mode: mode)
    }
  }

  /// Removes a file; whether there was one.
  @discardableResult
  public func remove(_ name: String) throws(FileFailure) -> Bool {
    try check(name)
    if unsafe unlinkat(rawValue, name, 0) == 0 { return true }
    guard errno == ENOENT else { throw .lastCall }
    return false
  }

  /// A directory directly below this one, made where it is not there yet.
  public func makingDirectory(_ name: String, mode: UInt32 = 0o755) throws(FileFailure)
    -> Directory
  {
    try check(name)
    if unsafe mkdirat(rawValue, name, mode_t(mode)) != 0, errno != EEXIST {
      throw .lastCall
    }
    return try directory(name)
  }

  private func link(_ file: borrowing Descriptor, _ name: String) throws(FileFailure) -> Bool {
    let path = "/proc/self/fd/\(file.rawValue)"
    if unsafe linkat(AT_FDCWD, path, rawValue, name, AT_SYMLINK_FOLLOW) == 0 { return true }
    guard errno == EEXIST else { throw .lastCall }
    return false
  }

  /// For file systems without nameless files.
  private func makeInPlace(
    _ name: String, _ bytes: [UInt8], _ mode: UInt32
  ) throws(FileFailure) -> Bool {
    do throws(FileFailure) {
      let file = try Descriptor(
        writing: name, in: rawValue, flags: O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
      do throws(FileFailure) {
        try file.write(bytes)
        try file.flush()
      } catch {
        try remove(name)
        throw error
      }
      try keep(name)
      return true
    } catch .refused(.fileExists) {
      return false
    }
  }

  /// Has the disk keep a name that was just given; a name that it cannot keep is taken back.
  private func keep(_ name: String) throws(FileFailure) {
    do throws(FileFailure) {
      try descriptor.flush()
    } catch {
      try remove(name)
      throw error
    }
  }
}

extension Descriptor {
  init(
    writing name: String, in directory: Int32, flags: Int32, mode: UInt32
  ) throws(FileFailure) {
    guard !name.utf8.contains(0) else { throw .refused(.invalidArgument) }
    let opened = unsafe openat(
      directory, name, O_RDWR | O_CLOEXEC | O_NONBLOCK | flags, mode_t(mode))
    guard opened >= 0 else { throw FileFailure(opening: .current) }
    self.init(rawValue: opened)
  }

  /// Waits until the disk has it (`fsync`). File systems that keep nothing on a disk have no say.
  func flush() throws(FileFailure) {
    while fsync(rawValue) != 0 {
      switch errno {
      case EINTR: continue
      case EINVAL, EROFS: return
      default: throw .lastCall
      }
    }
  }

  func write(_ bytes: [UInt8]) throws(FileFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = retrying {
        unsafe rest.withUnsafeBytes { unsafe Glibc.write(rawValue, $0.baseAddress, $0.count) }
      }
      guard count >= 0 else { throw .lastCall }
      rest = rest.dropFirst(count)
    }
  }
}
