import Files
import SystemPackage
import TestKit
import Testing

@Suite struct DirectoryTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func listsNamesByTheirBytes() throws {
    for name in ["b", "a", "Z", "é", "10", "9"] { try scratch.write(name, []) }
    let found = try Directory(scratch.path).names(limit: 6)
    #expect(found.names == ["10", "9", "Z", "a", "b", "é"])
    #expect(!found.isCutOff)
  }

  @Test func listsTheSameTwice() throws {
    try scratch.write("a", [])
    let directory = try Directory(scratch.path)
    #expect(try directory.names(limit: 9).names == ["a"])
    #expect(try directory.names(limit: 9).names == ["a"])
  }

  @Test func stopsAtTheLimit() throws {
    for number in 0..<5 { try scratch.write("\(number)", []) }
    let found = try Directory(scratch.path).names(limit: 4)
    #expect(found.names.count == 4)
    #expect(found.isCutOff)
  }

  @Test func showsAndRefusesNamesThatAreNoText() throws {
    let name = FilePath(platformString: [0x61, -1, 0x1b, 0])
    try FileDescriptor.open(
      scratch.path.appending(name.components), .writeOnly, options: .create,
      permissions: .ownerReadWrite
    ).close()
    let directory = try Directory(scratch.path)
    let found = try directory.names(limit: 9).names
    #expect(found == ["a\u{fffd}\u{1b}"])
    #expect(throws: FileFailure.refused(.illegalByteSequence)) {
      try directory.file(found[0], limit: 9)
    }
  }

  @Test func tellsKindsApart() throws {
    try scratch.write("file", [1, 2])
    try scratch.makeDirectory("dir")
    try scratch.link("link", to: "file")
    scratch.makeFifo("pipe")
    let directory = try Directory(scratch.path)
    #expect(try directory.facts("file").kind == .file)
    #expect(try directory.facts("dir").kind == .directory)
    #expect(try directory.facts("link").kind == .link)
    #expect(try directory.facts("link", links: .followed).size == 2)
    #expect(try directory.facts("pipe").kind == .special)
  }

  @Test func entersNoLink() throws {
    try scratch.makeDirectory("dir")
    try scratch.link("link", to: "dir")
    let path = scratch.path.appending("link")
    #expect(throws: FileFailure.self) { _ = try Directory(path, links: .refused) }
    #expect(try Directory(path).names(limit: 1).names.isEmpty)
  }

  @Test func refusesAFile() throws {
    try scratch.write("a", [])
    #expect(throws: FileFailure.refused(.notDirectory)) {
      _ = try Directory(scratch.path.appending("a"))
    }
  }
}

@Suite struct FileGapTests {
  @Test func isOneSafeLine() {
    let gap = FileGap("/a/\u{1b}[2J\u{202e}b", "it said\r\n\u{9b}31m\u{200b}no")
    #expect(gap.description == "/a/␛[2J·b: it said␍␊·31m·no")
  }

  @Test func isShort() {
    #expect(FileGap("/a", String(repeating: "x", count: 1 << 20)).description.count < 600)
  }
}
