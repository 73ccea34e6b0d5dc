import Files
import FoundationEssentials
import SystemPackage
import TestKit
import Testing

@Suite struct FileFactsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func twoNamesOfAFileAreTheSame() throws {
    try scratch.write("a", [1])
    try scratch.write("b", [1])
    try FileManager.default.linkItem(atPath: path("a").string, toPath: path("c").string)
    try scratch.link("link", to: "a")
    let a = try FileFacts(path("a")).identity
    #expect(try FileFacts(path("c")).identity == a)
    #expect(try FileFacts(path("link"), links: .followed).identity == a)
    #expect(try FileFacts(path("link")).identity != a)
    #expect(try FileFacts(path("b")).identity != a)
    #expect(try File(path("a"), limit: 9).facts.identity == a)
    #expect(try FileFacts("/proc/self").identity.device != a.device)
  }

  @Test func aWrittenFileHasOtherFacts() throws {
    try scratch.write("a", [1])
    let before = try FileFacts(path("a"))
    #expect(try FileFacts(path("a")) == before)
    #expect(!before.isSettled)
    try Directory(scratch.path).setModified("a", 1_000_000_000)
    let after = try FileFacts(path("a"))
    #expect(after != before)
    #expect(after.modified == 1_000_000_000)
    #expect(after.changed >= before.changed)
  }

  @Test func whatHasLongBeenThereIsSettled() throws {
    #expect(try FileFacts("/bin/sh", links: .followed).isSettled)
  }

  @Test func saysWhetherAnythingIsThere() throws {
    try scratch.write("a", [])
    try scratch.link("broken", to: "nowhere")
    #expect(FileFacts.areThere(at: path("a")))
    #expect(FileFacts.areThere(at: scratch.path))
    #expect(!FileFacts.areThere(at: path("broken")))
    #expect(!FileFacts.areThere(at: path("none")))
    #expect(throws: FileFailure.refused(.noSuchFileOrDirectory)) { try FileFacts(path("none")) }
    #expect(try FileFacts(path("broken")).kind == .link)
  }

  @Test(arguments: [
    (0o644, false, false), (0o755, true, false), (0o744, true, false), (0o611, true, false),
    (0o646, false, true), (0o642, false, true),
  ]) func saysWhoMayDoWhat(mode: Int, isExecutable: Bool, isWorldWritable: Bool) throws {
    try scratch.write("a", [])
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: path("a").string)
    let facts = try FileFacts(path("a"))
    #expect(facts.mode == UInt32(mode))
    #expect(facts.isExecutable == isExecutable)
    #expect(facts.isWorldWritable == isWorldWritable)
    #expect(facts.isOurs && facts.hasTrustedOwner)
  }

  @Test func aDirectoryIsNoProgram() throws {
    #expect(try !FileFacts(scratch.path).isExecutable)
  }

  @Test func tellsWhereALinkPoints() throws {
    try scratch.link("link", to: "some/where")
    try scratch.write("a", [])
    #expect(try SymbolicLinks.target(of: path("link").string) == "some/where")
    #expect(try SymbolicLinks.target(of: path("link").string, limit: 4) == "some")
    #expect(throws: FileFailure.refused(.invalidArgument)) {
      try SymbolicLinks.target(of: path("a").string)
    }
    #expect(throws: FileFailure.refused(.noSuchFileOrDirectory)) {
      try SymbolicLinks.target(of: path("none").string)
    }
  }

  @Test func aReleasedDescriptorStaysOpen() throws {
    let opened = try FileDescriptor.open(FilePath("/dev/null"), .readOnly, options: .closeOnExec)
    let released = Descriptor(rawValue: opened.rawValue).release()
    #expect(released == opened.rawValue)
    try opened.close()
  }

  private func path(_ name: String) -> FilePath { scratch.path.appending(name) }
}
