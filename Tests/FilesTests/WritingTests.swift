import Files
import FoundationEssentials
import SystemPackage
import TestKit
import Testing

/// What a file holds after each way of writing it, and what is left behind.
@Suite struct WritingTests {
  private let scratch: Scratch
  private let old = Array("old".utf8)
  private let new = Array("new, and longer".utf8)

  init() throws { scratch = try Scratch() }

  @Test func makesAFileOnlyWhereThereIsNone() throws {
    let directory = try Directory(scratch.path)
    #expect(try directory.make("a", new, mode: 0o640))
    #expect(try content("a") == new)
    #expect(try FileFacts(scratch.path.appending("a")).mode == 0o640)
    #expect(try !directory.make("a", old))
    #expect(try content("a") == new)
    #expect(try names() == ["a"])
  }

  @Test func makesNothingInTheNameOfALink() throws {
    try scratch.link("a", to: "nowhere")
    #expect(try !Directory(scratch.path).make("a", new))
    #expect(try names() == ["a"])
  }

  @Test(arguments: [0, 1, 3, 65_536, 200_000]) func replacesAllOfAFile(count: Int) throws {
    let bytes = [UInt8](repeating: 7, count: count)
    try scratch.write("a", old)
    try Directory(scratch.path).replace("a", bytes, mode: 0o600)
    #expect(try File(scratch.path.appending("a"), limit: 1 << 20).bytes == bytes)
    #expect(try FileFacts(scratch.path.appending("a")).mode == 0o600)
    #expect(try names() == ["a"])
  }

  @Test func replacesALinkAndLeavesWhereItLedTo() throws {
    try scratch.write("kept", old)
    try scratch.link("a", to: "kept")
    try Directory(scratch.path).replace("a", new)
    #expect(try content("kept") == old)
    #expect(try content("a") == new)
    #expect(try FileFacts(scratch.path.appending("a")).kind == .file)
  }

  @Test func whatCannotBeReplacedStaysAndNothingIsLeftBehind() throws {
    try scratch.write("a/file", old)
    #expect(throws: FileFailure.refused(.isDirectory)) {
      try Directory(scratch.path).replace("a", new)
    }
    #expect(try names() == ["a"])
    #expect(try content("a/file") == old)
  }

  @Test func overwritesInPlace() throws {
    try scratch.write("a", new)
    let before = try FileFacts(scratch.path.appending("a"))
    let directory = try Directory(scratch.path)
    try directory.overwrite("a", old)
    #expect(try content("a") == old)
    #expect(try directory.facts("a").identity == before.identity)
    try directory.overwrite("b", old)
    #expect(try content("b") == old)
  }

  @Test func overwritesNothingButFiles() throws {
    try scratch.write("kept", old)
    try scratch.link("link", to: "kept")
    scratch.makeFifo("fifo")
    let directory = try Directory(scratch.path)
    for name in ["link", "fifo"] {
      #expect(throws: FileFailure.notAFile, "\(name)") { try directory.overwrite(name, new) }
    }
    #expect(try content("kept") == old)
  }

  @Test func removesAFileOnce() throws {
    try scratch.write("a", old)
    try scratch.makeDirectory("dir")
    let directory = try Directory(scratch.path)
    #expect(try directory.remove("a"))
    #expect(try !directory.remove("a"))
    #expect(throws: FileFailure.self) { try directory.remove("dir") }
    #expect(try names() == ["dir"])
  }

  @Test func makesWhatIsMissingOfAPath() throws {
    let path = scratch.path.appending("one/two/three")
    #expect(try Directory.making(path, mode: 0o700).make("a", new))
    #expect(try content("one/two/three/a") == new)
    #expect(try FileFacts(path).mode == 0o700)
    #expect(try Directory.making(path).names(limit: 9).names == ["a"])
  }

  @Test func makesNoDirectoryThroughALinkOrAFile() throws {
    try scratch.link("link", to: "/tmp")
    try scratch.write("file", old)
    let directory = try Directory(scratch.path)
    for name in ["link", "file"] {
      #expect(throws: FileFailure.self, "\(name)") { _ = try directory.makingDirectory(name) }
    }
  }

  @Test func datesAFile() throws {
    try scratch.write("a", old)
    let directory = try Directory(scratch.path)
    try directory.setModified("a", 1_234_567_890_123_456_789)
    #expect(try directory.facts("a").modified == 1_234_567_890_123_456_789)
  }

  @Test(arguments: ["", ".", "..", "../a", "/tmp/a", "a/b", "a\0b", "a\u{fffd}"])
  func writesUnderNoNameThatIsNone(_ name: String) throws {
    try scratch.makeDirectory("inner/a")
    let directory = try Directory(scratch.path.appending("inner"))
    #expect(throws: FileFailure.self) { try directory.make(name, new) }
    #expect(throws: FileFailure.self) { try directory.replace(name, new) }
    #expect(throws: FileFailure.self) { try directory.overwrite(name, new) }
    #expect(throws: FileFailure.self) { try directory.remove(name) }
    #expect(throws: FileFailure.self) { _ = try directory.makingDirectory(name) }
    #expect(try names() == ["inner"])
    #expect(try names("inner") == ["a"])
  }

  private func content(_ name: String) throws -> [UInt8] {
    try File(scratch.path.appending(name), limit: 100, links: .followed).bytes
  }

  private func names(_ directory: String = ".") throws -> [String] {
    try Directory(scratch.path.appending(directory)).names(limit: 100).names
  }
}
