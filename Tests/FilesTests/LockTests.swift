import Files
import Glibc
import SystemPackage
import TestKit
import Testing

@Suite struct LockTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func aFileIsLockedUntilTheEndOfTheScope() throws {
    let directory = try Directory(scratch.path)
    do {
      let lock = try FileLock("lock", in: directory)
      #expect(try !isFree("lock"))
      extendLifetime(lock)
    }
    #expect(try isFree("lock"))
  }

  /// Who waits for a lock has it once it is let go of.
  @Test func waitsForWhoeverHoldsIt() async throws {
    let path = scratch.path
    let held = try hold("lock")
    let waiting = Task.detached {
      let lock = try FileLock("lock", in: try Directory(path))
      defer { extendLifetime(lock) }
      return try File(path.appending("note"), limit: 9).bytes
    }
    try scratch.write("note", [1])
    try held.close()
    #expect(try await waiting.value == [1])
    #expect(try isFree("lock"))
  }

  @Test func keysAreLockedOneByOne() throws {
    let directory = try Directory(scratch.path)
    let one = try KeyLocks("keys", in: directory)
    let other = try KeyLocks("keys", in: directory)
    let last: UInt64 = 1 << 62 - 1
    for key in [0, 7, last] { #expect(try one.tryLock(key)) }
    for key in [0, 7, last] { #expect(try !other.tryLock(key)) }
    for key in [1, 6, 8, last - 1] { #expect(try other.tryLock(key)) }
    #expect(try one.tryLock(7))
  }

  @Test func keysAreFreeWhenTheirHolderIsGone() throws {
    let directory = try Directory(scratch.path)
    let other = try KeyLocks("keys", in: directory)
    do {
      let one = try KeyLocks("keys", in: directory)
      try one.lock(7)
      #expect(try !other.tryLock(7))
      extendLifetime(one)
    }
    #expect(try other.tryLock(7))
  }

  @Test func locksNothingButFiles() throws {
    try scratch.write("kept", [1])
    try scratch.link("link", to: "kept")
    scratch.makeFifo("fifo")
    let directory = try Directory(scratch.path)
    for name in ["link", "fifo"] {
      #expect(throws: FileFailure.notAFile, "\(name)") { _ = try FileLock(name, in: directory) }
      #expect(throws: FileFailure.notAFile, "\(name)") { _ = try KeyLocks(name, in: directory) }
    }
    #expect(throws: FileFailure.self) { _ = try FileLock("../lock", in: directory) }
    #expect(try directory.file("kept", limit: 9).bytes == [1])
  }

  private func hold(_ name: String) throws -> FileDescriptor {
    let file = try FileDescriptor.open(
      scratch.path.appending(name), .readWrite, options: [.create, .closeOnExec],
      permissions: .ownerReadWrite)
    try #require(flock(file.rawValue, LOCK_EX | LOCK_NB) == 0)
    return file
  }

  /// Not even to be shared.
  private func isFree(_ name: String) throws -> Bool {
    let file = try FileDescriptor.open(scratch.path.appending(name), .readWrite)
    defer { try? file.close() }
    return flock(file.rawValue, LOCK_SH | LOCK_NB) == 0
  }
}
