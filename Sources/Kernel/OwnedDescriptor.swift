import SystemPackage

/// A file descriptor that is closed when this value ends, on every path.
struct OwnedDescriptor: ~Copyable {
  let file: FileDescriptor

  init(_ file: FileDescriptor) {
    self.file = file
  }

  deinit {
    try? file.close()
  }
}

extension FileDescriptor {
  /// Opens for reading, without ever waiting for a writer.
  static func open(reading path: String) throws(KernelError) -> FileDescriptor {
    do {
      return try .open(FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
    } catch {
      throw KernelError("open \(path)", .refused(error as? Errno ?? .ioError))
    }
  }
}
