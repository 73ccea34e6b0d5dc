import Dice
import Files
import FoundationEssentials
import LabKit
import SystemPackage
import TestKit
import Testing

/// Directories as somebody unkind leaves them.
@Suite struct HostileDirectoryTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func readsNamesOfAnyBytes() throws {
    var dice = Dice(seed: 3)
    var written: Set<[UInt8]> = []
    for _ in 0..<300 {
      let count = Int.random(in: 1...255, using: &dice)
      let name = (0..<count).map { _ in UInt8.random(in: 1...255, using: &dice) }
        .map { $0 == UInt8(ascii: "/") ? 0x1b : $0 }
      guard name != [0x2e], name != [0x2e, 0x2e], written.insert(name).inserted else { continue }
      let text: [CChar] = name.map { CChar(bitPattern: $0) } + [0]
      let path = FilePath(platformString: text)
      try FileDescriptor.open(
        scratch.path.appending(path.components), .writeOnly, options: .create,
        permissions: .ownerReadWrite
      ).close()
    }
    let directory = try Directory(scratch.path)
    let names = try directory.names(limit: 1000).names
    #expect(names.count == written.count)
    for name in names {
      let isText = written.contains(Array(name.utf8)) && !name.unicodeScalars.contains("\u{fffd}")
      #expect(((try? directory.file(name, limit: 9)) != nil) == isText, "\(name.debugDescription)")
    }
  }

  @Test func aDirectoryThatIsGoneHoldsNothing() throws {
    try scratch.write("dir/a", [1])
    let directory = try Directory(scratch.path.appending("dir"))
    try FileManager.default.removeItem(atPath: scratch.path.appending("dir").string)
    #expect(throws: FileFailure.refused(.noSuchFileOrDirectory)) {
      try directory.file("a", limit: 9)
    }
    #expect(throws: FileFailure.self) { try directory.make("a", [1]) }
    #expect(throws: FileFailure.self) { try directory.replace("a", [1]) }
  }

  /// It was opened before another one took its place.
  @Test func whatTakesThePlaceOfAnOpenDirectoryIsNotUsed() throws {
    try scratch.write("dir/a", [1])
    try scratch.write("evil/a", [2])
    let directory = try Directory(scratch.path.appending("dir"))
    let (dir, moved) = (scratch.path.appending("dir"), scratch.path.appending("moved"))
    try FileManager.default.moveItem(atPath: dir.string, toPath: moved.string)
    try scratch.link("dir", to: "evil")
    #expect(try directory.file("a", limit: 9).bytes == [1])
    try directory.replace("a", [3])
    #expect(try File(moved.appending("a"), limit: 9).bytes == [3])
    #expect(try File(scratch.path.appending("evil/a"), limit: 9).bytes == [2])
  }

  @Test(arguments: ["dir", "dir/there"]) func aLinkOfOursLeadsToADirectoryOfOurs(path: String)
    throws
  {
    try scratch.write("real/there/a", [1])
    try scratch.link("dir", to: "real")
    #expect(throws: Never.self) { _ = try Directory(own: scratch.path.appending(path)) }
  }

  @Test func noLinkIsFollowedThatAnybodyMayHavePut() throws {
    try scratch.makeDirectory("real")
    try scratch.makeDirectory("open")
    try scratch.link("open/dir", to: "../real")
    let (open, dir) = (scratch.path.appending("open"), scratch.path.appending("open/dir"))
    #expect(throws: Never.self) { _ = try Directory(own: dir) }
    try FileManager.default.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: open.string)
    #expect(throws: FileFailure.self) { _ = try Directory(own: dir) }
    #expect(throws: FileFailure.self) {
      _ = try Directory.makingOwn(dir.appending("new"), mode: 0o700)
    }
    #expect(!FileFacts.areThere(at: scratch.path.appending("real/new")))
  }

  @Test(.needs(.owners)) func noLinkOfSomebodyElseIsFollowed() throws {
    try scratch.makeDirectory("real")
    try scratch.link("dir", to: "real")
    let path = scratch.path.appending("dir")
    try #require(try Command("chown", "-h", "65534", path.string).exitCode == 0)
    do throws(FileFailure) {
      _ = try Directory(own: path)
      Issue.record("it was followed")
    } catch {
      #expect("\(error)" == "\(path) is a link that others may have put there")
    }
  }
}
