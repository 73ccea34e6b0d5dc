import FoundationEssentials
import LabKit
import SystemPackage
import TestKit
import Testing

@testable import Files

/// Who may have put a program where it is: its owner, its group and everybody, and those of all directories
/// above it.
@Suite struct ProgramTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("above/bin/plugin", "#!/bin/sh\n".utf8)
    try set(0o755, on: "", "above", "above/bin", "above/bin/plugin")
  }

  @Test func aProgramOfOursIsRun() throws {
    #expect(try distrust() == nil)
    try scratch.link("above/bin/link", to: "plugin")
    #expect(try distrust("above/bin/link") == nil)
    try scratch.link("top", to: path("above"))
    #expect(try distrust("top/bin/../bin/./link") == nil)
  }

  @Test(arguments: ["above", "above/bin", "above/bin/plugin"])
  func noneIsRunThatEverybodyMayChange(name: String) throws {
    try set(0o757, on: name)
    #expect(try distrust() == UntrustedPath(path(name), .writableByAll))
  }

  /// There entries of others stay what they are, but new ones come from anybody.
  @Test func aStickyDirectoryMayBeAboveThePluginsButNotTheirOwn() throws {
    try set(0o1777, on: "above")
    #expect(try distrust() == nil)
    try set(0o1777, on: "above/bin")
    #expect(try distrust() == UntrustedPath(path("above/bin"), .writableByAll))
  }

  @Test func aLinkAmongEverybodysEntriesIsNotFollowed() throws {
    try set(0o1777, on: "above")
    try scratch.link("above/there", to: "bin")
    #expect(try distrust("above/there/plugin") == UntrustedPath(path("above"), .writableByAll))
  }

  /// The link alone leads through the directory.
  @Test func directoriesThatALinkLeadsThroughCount() throws {
    try scratch.makeDirectory("open/bin")
    try scratch.write("open/bin/plugin", "#!/bin/sh\n".utf8)
    try set(0o755, on: "open/bin/plugin", "open/bin")
    try set(0o777, on: "open")
    try scratch.link("above/bin/link", to: "../../open/bin/plugin")
    #expect(try distrust("above/bin/link") == UntrustedPath(path("open"), .writableByAll))
  }

  @Test(.needs(.owners), arguments: ["above", "above/bin", "above/bin/plugin"])
  func noneIsRunThatSomebodyElseOwns(name: String) throws {
    try FileManager.default.setAttributes([.ownerAccountID: 65_534], ofItemAtPath: path(name))
    #expect(try distrust() == UntrustedPath(path(name), .owner(65_534)))
  }

  @Test(.needs(.owners), arguments: ["above", "above/bin", "above/bin/plugin"])
  func noneIsRunThatAnotherGroupMayChange(name: String) throws {
    try FileManager.default.setAttributes([.groupOwnerAccountID: 65_534], ofItemAtPath: path(name))
    try set(0o775, on: name)
    #expect(try distrust() == UntrustedPath(path(name), .writableByGroup(65_534)))
  }

  @Test(.needs(.programs(["python3"])), arguments: ["above", "above/bin", "above/bin/plugin"])
  func noneIsRunThatAnAccessListLetsOthersChange(name: String) throws {
    // struct posix_acl_xattr_entry: the owner, user 65534, the group, the mask, all others.
    let list = """
      import os, struct, sys
      entries = [(1, 7, -1), (2, 7, 65534), (4, 5, -1), (16, 7, -1), (32, 5, -1)]
      os.setxattr(sys.argv[1], "system.posix_acl_access",
        struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries))
      """
    #expect(try Command("python3", "-c", list, path(name)).exitCode == 0)
    #expect(try distrust() == UntrustedPath(path(name), .accessList))
  }

  @Test func linksThatLeadInACircleEnd() throws {
    try scratch.link("one", to: "two")
    try scratch.link("two", to: "one")
    #expect(throws: FileFailure.refused(.tooManySymbolicLinkLevels)) { try distrust("one/plugin") }
  }

  @Test func aPathThatIsRelativeIsJudgedFromTheRootToo() throws {
    let here = FileManager.default.currentDirectoryPath
    let up = String(repeating: "../", count: FilePath(here).components.count)
    try set(0o757, on: "above")
    let relative = FilePath(up).appending(scratch.path.components).appending("above/bin/plugin")
    #expect(try distrust(at: relative) == UntrustedPath(path("above"), .writableByAll))
  }

  private func distrust(_ name: String = "above/bin/plugin") throws -> UntrustedPath? {
    try distrust(at: scratch.path.appending(name))
  }

  private func distrust(at path: FilePath) throws -> UntrustedPath? {
    do throws(FileFailure) {
      _ = try Program(path)
      return nil
    } catch .untrusted(let distrust) {
      return distrust
    }
  }

  private func path(_ name: String) -> String { scratch.path.appending(name).string }

  private func set(_ mode: Int, on names: String...) throws {
    for name in names {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
    }
  }
}
