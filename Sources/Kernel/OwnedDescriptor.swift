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
