import Files
import Foundation
import SystemPackage
import TestKit
import Testing

@Suite struct FileTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  func read(_ name: String, limit: Int = 100, links: SymbolicLinks = .refused) throws(FileFailure)
    -> File
  {
    try Directory(scratch.path).file(name, limit: limit, links: links)
  }

  @Test func readsAFileWhole() throws {
    try scratch.write("a", Array("hello".utf8))
    let file = try read("a")
    #expect(file.bytes == Array("hello".utf8))
    #expect(file.facts.kind == .file)
    #expect(file.facts.size == 5)
    #expect(file.facts.modified > 1_700_000_000_000_000_000)
  }

  @Test func takesExactlyTheLimit() throws {
    try scratch.write("a", Array(repeating: 7, count: 100))
    #expect(try read("a", limit: 100).bytes.count == 100)
    #expect(throws: FileFailure.tooLarge(limit: 99)) { try read("a", limit: 99) }
  }

  @Test func refusesAHundredMegabytesUnread() throws {
    try scratch.makeSparse("big", bytes: 100 << 20)
    #expect(throws: FileFailure.tooLarge(limit: 1 << 20)) { try read("big", limit: 1 << 20) }
  }

  /// Files of the kernel say they are empty, and are not.
  @Test func readsWhatHasNoSize() throws {
    let file = try File("/proc/self/status", limit: 1 << 16)
    #expect(file.facts.size == 0)
    #expect(String(decoding: file.bytes, as: UTF8.self).contains("VmPeak"))
    #expect(throws: FileFailure.tooLarge(limit: 10)) { try File("/proc/self/status", limit: 10) }
  }

  @Test func waitsForNoFifo() {
    scratch.makeFifo("pipe")
    #expect(throws: FileFailure.notAFile) { try read("pipe") }
  }

  @Test func refusesADirectory() throws {
    try scratch.makeDirectory("dir")
    #expect(throws: FileFailure.notAFile) { try read("dir") }
  }

  @Test func followsALinkOnlyWhereAsked() throws {
    try scratch.write("a", [1])
    try scratch.link("link", to: "a")
    #expect(throws: FileFailure.notAFile) { try read("link") }
    #expect(try read("link", links: .followed).bytes == [1])
  }

  @Test(arguments: ["", ".", "..", "../a", "/etc/passwd", "a/b"])
  func refusesNamesThatLeaveTheDirectory(_ name: String) {
    #expect(throws: FileFailure.refused(.invalidArgument)) { try read(name) }
  }

  @Test func doesNotStopAtANullByte() throws {
    try scratch.write("a", [1])
    #expect(throws: FileFailure.refused(.invalidArgument)) { try read("a\0b") }
  }

  @Test func saysWhatIsNotThere() {
    #expect(throws: FileFailure.refused(.noSuchFileOrDirectory)) { try read("none") }
  }
}
