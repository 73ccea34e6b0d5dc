import Files
import Foundation
import Synchronization
import TestKit
import Testing

/// Whoever reads meanwhile sees all of what was written, or all of what was before.
@Suite struct AtomicWriteTests {
  @Test func readersSeeOneOrTheOther() throws {
    let scratch = try Scratch()
    let path = scratch.path
    let contents = (0..<8).map { [UInt8](repeating: UInt8($0), count: 1 + $0 * 9_000) }
    try Directory(path).replace("a", contents[0])
    let end = End()
    Thread.detachNewThread {
      for round in 0..<200 { try? Directory(path).replace("a", contents[round % 8]) }
      end.isThere.store(true, ordering: .releasing)
    }
    var seen: Set<Int> = []
    while !end.isThere.load(ordering: .acquiring) {
      let bytes = try Directory(path).file("a", limit: 1 << 20).bytes
      #expect(contents.contains(bytes), "\(bytes.count) bytes of \(Set(bytes))")
      seen.insert(bytes.count)
    }
    #expect(try Directory(path).file("a", limit: 1 << 20).bytes == contents[199 % 8])
    #expect(!seen.isEmpty)
    #expect(try Directory(path).names(limit: 9).names == ["a"])
  }

  @Test func ofManyThatMakeAFileOneDoes() async throws {
    let scratch = try Scratch()
    let path = scratch.path
    for round in 0..<20 {
      let makers = await withTaskGroup(of: Bool.self) { group in
        for maker in 0..<4 {
          group.addTask {
            (try? Directory(path).make("\(round)", [UInt8](repeating: UInt8(maker), count: 9)))
              ?? false
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(makers == 1)
      #expect(try Set(Directory(path).file("\(round)", limit: 9).bytes).count == 1)
    }
  }
}

private final class End: Sendable {
  let isThere = Atomic(false)
}
