import Glibc
public import SystemPackage

extension Directory {
  /// Makes a file with this content, or says that one of the name is already there. Whoever looks
  /// sees all of it or nothing, also if the process ends meanwhile.
  public func make(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o600) throws(FileFailure)
    -> Bool
  {
    try check(name)
    do throws(FileFailure) {
      let file = try Descriptor(
        writing: ".", in: number, flags: 0o20200000, mode: mode)  // O_TMPFILE
      try file.write(bytes)
      return try link(file, name)
    } catch .refused(.notSupportedOnSocket), .refused(.isDirectory) {
      return try makeInPlace(name, bytes, mode)
    }
  }

  /// Writes a file anew, in place: for what may be lost.
  public func overwrite(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o600) throws(FileFailure)
  {
    try check(name)
    let file = try Descriptor(
      writing: name, in: number, flags: O_CREAT | O_NOFOLLOW, mode: mode)
    guard try file.facts().kind == .file else { throw .notAFile }
    guard ftruncate(file.number, 0) == 0 else { throw .refused(Errno(rawValue: errno)) }
    try file.write(bytes)
  }

  /// Writes a file anew, by way of another name: whoever looks sees all of it or what was before.
  public func replace(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o600) throws(FileFailure) {
    try check(name)
    let other = ".\(name.prefix(200)).new"
    try overwrite(other, bytes, mode: mode)
    guard unsafe renameat(number, other, number, name) == 0 else {
      throw .refused(Errno(rawValue: errno))
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
    if unsafe unlinkat(number, name, 0) == 0 { return true }
    guard errno == ENOENT else { throw .refused(Errno(rawValue: errno)) }
    return false
  }

  /// A directory directly below this one, made where it is not there yet.
  public func makingDirectory(_ name: String, mode: UInt32 = 0o755) throws(FileFailure)
    -> Directory
  {
    try check(name)
    if unsafe mkdirat(number, name, mode_t(mode)) != 0, errno != EEXIST {
      throw .refused(Errno(rawValue: errno))
    }
    return try directory(name)
  }

  private func link(_ file: borrowing Descriptor, _ name: String) throws(FileFailure) -> Bool {
    let path = "/proc/self/fd/\(file.number)"
    if unsafe linkat(AT_FDCWD, path, number, name, AT_SYMLINK_FOLLOW) == 0 { return true }
    guard errno == EEXIST else { throw .refused(Errno(rawValue: errno)) }
    return false
  }

  /// For file systems without nameless files.
  private func makeInPlace(
    _ name: String, _ bytes: [UInt8], _ mode: UInt32
  ) throws(FileFailure) -> Bool {
    do throws(FileFailure) {
      let file = try Descriptor(
        writing: name, in: number, flags: O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
      do throws(FileFailure) {
        try file.write(bytes)
      } catch {
        try remove(name)
        throw error
      }
      return true
    } catch .refused(.fileExists) {
      return false
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
    guard opened >= 0 else { throw FileFailure(opening: Errno(rawValue: errno)) }
    self.init(number: opened)
  }

  func write(_ bytes: [UInt8]) throws(FileFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(number, $0.baseAddress, $0.count)
      }
      guard count >= 0 || errno == EINTR else { throw .refused(Errno(rawValue: errno)) }
      rest = rest.dropFirst(max(count, 0))
    }
  }
}
