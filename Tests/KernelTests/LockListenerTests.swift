import Foundation
import Kernel
import SystemPackage
import TestKit
import Testing

@Suite struct LockListenerTests {
  @Test func hearsThatALockIsLetGoOf() throws {
    let scratch = try Scratch()
    try scratch.write("lock", [])
    let listener = try LockListener(path: scratch.path.appending("lock"))
    #expect(!hears(listener.descriptor, within: .zero))

    try take(scratch)
    #expect(hears(listener.descriptor))
    listener.clear()
    #expect(!hears(listener.descriptor, within: .zero))
  }

  @Test func hearsALockThatIsMadeLater() throws {
    let scratch = try Scratch()
    let listener = try LockListener(path: scratch.path.appending("lock"))
    try scratch.write("lock", [])
    #expect(hears(listener.descriptor))
    listener.clear()

    try take(scratch)
    #expect(hears(listener.descriptor))
  }

  @Test func hearsALockThatIsMadeAgain() throws {
    let scratch = try Scratch()
    try scratch.write("lock", [])
    let listener = try LockListener(path: scratch.path.appending("lock"))
    try FileManager.default.removeItem(atPath: scratch.path.appending("lock").string)
    #expect(hears(listener.descriptor))
    listener.clear()

    try scratch.write("lock", [])
    #expect(hears(listener.descriptor))
    listener.clear()
    try take(scratch)
    #expect(hears(listener.descriptor))
  }

  /// Opens the lock and lets it go, as iptables-legacy does.
  private func take(_ scratch: Scratch) throws {
    let file = FileHandle(forReadingAtPath: scratch.path.appending("lock").string)
    try #require(file).close()
  }

  private func hears(_ descriptor: Int32, within time: Duration = patience) -> Bool {
    wait(for: [(descriptor, .readable)], timeout: time)[0]
  }
}
