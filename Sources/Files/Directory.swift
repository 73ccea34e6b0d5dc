import Glibc
public import SystemPackage

/// An open directory. Its files are opened relative to it, so that renaming a directory above it
/// cannot lead anywhere else.
public struct Directory: ~Copyable {
  let descriptor: Descriptor
  /// For calls relative to it.
  var rawValue: Int32 { descriptor.rawValue }

  /// A link in the place of the directory itself is followed only where `links` says so.
  public init(_ path: FilePath, links: SymbolicLinks = .followed) throws(FileFailure) {
    descriptor = try Descriptor(
      path.string, in: AT_FDCWD, flags: O_DIRECTORY | links.openFlags)
  }

  /// A directory that no link of somebody else leads to.
  ///
  /// - Throws: `.untrusted` at a link that neither root nor we made, or that everybody could replace.
  public init(own path: FilePath) throws(FileFailure) {
    let walk = try PathWalk.follow(path, TrustPolicy.links)
    descriptor = try Descriptor(".", in: walk.rawValue, flags: O_DIRECTORY)
  }

  /// The same, with all that is missing of it made.
  public static func makingOwn(_ path: FilePath, mode: UInt32) throws(FileFailure) -> Directory {
    do throws(FileFailure) {
      return try Directory(own: path)
    } catch .refused(.noSuchFileOrDirectory) {
      let parent = path.removingLastComponent()
      guard let name = path.lastComponent?.string, !parent.isEmpty else {
        throw .refused(.noSuchFileOrDirectory)
      }
      return try makingOwn(parent, mode: mode).makingDirectory(name, mode: mode)
    }
  }

  private init(_ descriptor: consuming Descriptor) {
    self.descriptor = descriptor
  }

  /// A directory directly below this one; a link in its place is followed only where `links` says so.
  public func directory(_ name: String, links: SymbolicLinks = .refused) throws(FileFailure)
    -> Directory
  {
    try check(name)
    return Directory(
      try Descriptor(name, in: descriptor.rawValue, flags: O_DIRECTORY | links.openFlags))
  }

  /// Reads a regular file of at most `limit` bytes directly in this directory.
  public func file(_ name: String, limit: Int, links: SymbolicLinks = .refused) throws(FileFailure)
    -> File
  {
    try check(name)
    return try File(
      Descriptor(name, in: descriptor.rawValue, flags: links.openFlags), limit: limit)
  }

  /// At most the first `count` bytes of a regular file directly in this directory.
  public func beginning(of name: String, count: Int, links: SymbolicLinks = .refused)
    throws(FileFailure)
    -> [UInt8]
  {
    try check(name)
    let file = try Descriptor(name, in: descriptor.rawValue, flags: links.openFlags)
    guard try file.facts().kind == .file else { throw .notAFile }
    return try file.chunk(of: count)
  }

  /// What it is itself.
  public func facts() throws(FileFailure) -> FileFacts { try descriptor.facts() }

  /// What stands under a name directly in this directory.
  public func facts(_ name: String, links: SymbolicLinks = .refused) throws(FileFailure)
    -> FileFacts
  {
    try check(name)
    var status = stat()
    guard unsafe fstatat(descriptor.rawValue, name, &status, links.statusFlags) == 0 else {
      throw .lastCall
    }
    return FileFacts(status)
  }

  /// At most `limit` of the names in this directory, `.` and `..` left out, sorted by their bytes.
  ///
  /// A name that is not UTF-8 is kept with replacement characters: it can be shown, and is refused
  /// with `EILSEQ` when opened.
  public func names(limit: Int) throws(FileFailure) -> DirectoryNames {
    let copy = try Descriptor(".", in: descriptor.rawValue, flags: O_DIRECTORY)
    let owned = dup(copy.rawValue)
    guard owned >= 0, let stream = unsafe fdopendir(owned) else {
      throw .lastCall
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let name = unsafe Self.next(stream) {
      if name == "." || name == ".." { continue }
      guard names.count < limit else { return DirectoryNames(names: names, isCutOff: true) }
      names.append(name)
    }
    return DirectoryNames(names: names, isCutOff: false)
  }

  private static func next(_ stream: OpaquePointer) -> String? {
    guard let entry = unsafe readdir(stream) else { return nil }
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let name = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(
      to: CChar.self)
    return unsafe String(cString: name)
  }

  func check(_ name: String) throws(FileFailure) {
    guard !name.isEmpty, name != ".", name != "..",
      !name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0 })
    else { throw .refused(.invalidArgument) }
    guard !name.unicodeScalars.contains("\u{fffd}") else { throw .refused(.illegalByteSequence) }
  }
}

/// What a directory holds, by name.
public struct DirectoryNames: Sendable {
  /// Sorted by their bytes.
  public let names: [String]
  /// Whether there were more than asked for.
  public let isCutOff: Bool

  init(names: [String], isCutOff: Bool) {
    self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.isCutOff = isCutOff
  }
}
