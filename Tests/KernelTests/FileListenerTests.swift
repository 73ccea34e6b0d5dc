import Foundation
import Kernel
import SystemPackage
import TestKit
import Testing

@Suite struct FileListenerTests {
  @Test func hearsFilesMadeWrittenMovedAndRemoved() throws {
    let scratch = try Scratch()
    try scratch.makeDirectory("results")
    let directory = scratch.path.appending("results")
    var listener = try FileListener()
    listener.listen(to: [directory.string])
    #expect(listener.events() == [])

    let (one, two) = (directory.appending("one"), directory.appending("two"))
    try scratch.write("results/one", [1])
    #expect(try listener.hear(1) == [changed(one)])
    try FileManager.default.moveItem(atPath: one.string, toPath: two.string)
    #expect(try listener.hear(2) == [changed(one), changed(two)])
    try FileManager.default.removeItem(atPath: two.string)
    #expect(try listener.hear(1) == [changed(two)])
  }

  @Test func hearsADirectoryThatAppearsLater() throws {
    let scratch = try Scratch()
    let directory = scratch.path.appending("cni").appending("networks")
    var listener = try FileListener()
    listener.listen(to: [directory.string])

    try scratch.makeDirectory("cni/networks")
    #expect(try listener.hear(1) == [.replaced(directory: directory.string)])
    try scratch.write("cni/networks/10.0.0.2", [1])
    #expect(try listener.hear(1) == [changed(directory.appending("10.0.0.2"))])
  }

  @Test func hearsADirectoryThatIsRemovedAndMadeAgain() throws {
    let scratch = try Scratch()
    try scratch.makeDirectory("net.d")
    let directory = scratch.path.appending("net.d")
    var listener = try FileListener()
    listener.listen(to: [directory.string])

    try FileManager.default.removeItem(atPath: directory.string)
    #expect(try listener.hear(1) == [.replaced(directory: directory.string)])
    try scratch.makeDirectory("net.d")
    #expect(try listener.hear(1) == [.replaced(directory: directory.string)])
    try scratch.write("net.d/10.conf", [1])
    #expect(try listener.hear(1) == [changed(directory.appending("10.conf"))])
  }

  @Test func hearsADirectoryThatIsSwappedForAnother() throws {
    let scratch = try Scratch()
    try scratch.makeDirectory("old")
    try scratch.makeDirectory("new")
    let directory = scratch.path.appending("old")
    var listener = try FileListener()
    listener.listen(to: [directory.string])

    try FileManager.default.moveItem(
      atPath: directory.string, toPath: scratch.path.appending("gone").string)
    try FileManager.default.moveItem(
      atPath: scratch.path.appending("new").string, toPath: directory.string)
    #expect(try listener.hear(1) == [.replaced(directory: directory.string)])
    try scratch.write("old/file", [1])
    #expect(try listener.hear(1).contains(changed(directory.appending("file"))))
  }

  @Test func noLongerHearsWhatIsNotWanted() throws {
    let scratch = try Scratch()
    try scratch.makeDirectory("a")
    try scratch.makeDirectory("b")
    let (a, b) = (scratch.path.appending("a"), scratch.path.appending("b"))
    var listener = try FileListener()
    listener.listen(to: [a.string, b.string])
    listener.listen(to: [b.string])

    try scratch.write("a/file", [1])
    try scratch.write("b/file", [1])
    #expect(try listener.hear(1) == [changed(b.appending("file"))])
  }

  @Test func hearsADirectoryByEachOfItsNames() throws {
    let scratch = try Scratch()
    try scratch.makeDirectory("real")
    let (real, link) = (scratch.path.appending("real"), scratch.path.appending("link"))
    try scratch.link("link", to: real.string)
    var listener = try FileListener()
    listener.listen(to: [real.string, link.string])

    try scratch.write("real/file", [1])
    #expect(
      try listener.hear(2) == [changed(real.appending("file")), changed(link.appending("file"))])
    listener.listen(to: [link.string])
    try scratch.write("real/file", [2])
    #expect(try listener.hear(1) == [changed(link.appending("file"))])
  }

  @Test func saysThatThereWasMoreThanTheKernelKept() throws {
    let scratch = try Scratch()
    let kept = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    var listener = try FileListener()
    listener.listen(to: [scratch.path.string])
    let count = try #require(Int(kept.prefix { $0.isNumber }))
    for number in 0...count / 2 {
      unsafe close(creat(scratch.path.appending("\(number)").string, 0o644))
    }
    #expect(listener.events().contains(.overrun))

    try scratch.write("after", [1])
    #expect(try listener.hear(1) == [changed(scratch.path.appending("after"))])
  }

  private func changed(_ path: FilePath) -> FileListener.Event {
    .changed(
      directory: path.removingLastComponent().string, name: path.lastComponent?.string ?? "")
  }
}

extension FileListener {
  /// Everything up to so many different events, in the order of their coming.
  fileprivate mutating func hear(_ count: Int) throws -> Set<Event> {
    var heard: Set<Event> = []
    while heard.count < count {
      guard wait(for: [(descriptor, .readable)], timeout: patience)[0] else {
        throw NothingHeard(heard: heard)
      }
      heard.formUnion(events())
    }
    return heard
  }
}

private struct NothingHeard: Error {
  let heard: Set<FileListener.Event>
}
