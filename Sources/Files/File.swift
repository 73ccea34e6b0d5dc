import Glibc
public import SystemPackage

/// A regular file, read whole.
public struct File: Sendable {
  public let bytes: [UInt8]
  /// As they were when it was opened.
  public let facts: FileFacts

  /// Reads a regular file of at most `limit` bytes; waits for nobody.
  public init(_ path: FilePath, limit: Int, links: SymbolicLinks = .refused) throws(FileFailure) {
    try self.init(Descriptor(path.string, in: AT_FDCWD, flags: links.openFlags), limit: limit)
  }

  init(_ descriptor: borrowing Descriptor, limit: Int) throws(FileFailure) {
    facts = try descriptor.facts()
    guard facts.kind == .file else { throw .notAFile }
    guard facts.size <= limit else { throw .tooLarge(limit: limit) }
    bytes = try descriptor.bytes(expecting: Int(facts.size), limit: limit)
  }
}
