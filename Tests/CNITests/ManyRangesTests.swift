import Addressing
import Formats
import Testing

@testable import CNI

/// What went through all pairs of so many ranges would be at it for hours.
@Suite(.timeLimit(.minutes(2))) struct ManyRangesTests {
  private func subnet(_ index: Int) -> String {
    "\(10 + index >> 22).\(index >> 14 & 255).\(index >> 6 & 255).\(index << 2 & 255)/30"
  }

  @Test func inOneSet() throws {
    let count = 40_000
    let sets = try PoolSet.all([(0..<count).map { RangeConfig(subnet: subnet($0)) }])
    #expect(sets[0].capacity == UInt128(count))
    let taken = Set(sets[0].pools.dropLast().map(\.range.last))
    let last = try #require(sets[0].pools.last)
    let given = try Allocator(sets, taken: taken).allocate()
    #expect(given.map(\.prefix.address) == [last.range.last])
    let asked = sets[0].pools[count / 2].range.last
    #expect(try Allocator(sets).allocate(requested: [asked]).map(\.prefix.address) == [asked])
    #expect(sets[0].contains(asked) && !sets[0].contains(sets[0].pools[7].gateway))
    let failure = #expect(throws: AllocationFailure.self) {
      try Allocator(sets, taken: taken.union([last.range.last])).allocate()
    }
    #expect(failure?.description.hasSuffix("and \(count - 8) more are taken") == true)
  }

  @Test func inManySets() throws {
    let sets = try PoolSet.all((0..<30_000).map { [RangeConfig(subnet: subnet($0))] })
    #expect(try Allocator(sets).allocate().count == sets.count)
  }

  @Test func whereTheFirstAndTheLastOverlap() throws {
    let ranges = (0..<30_000).map { RangeConfig(subnet: subnet($0)) }
    #expect(throws: FormatFailure.invalid(key: "ranges", value: "10.0.0.1-10.0.0.2")) {
      try PoolSet.all([ranges + [ranges[0]]])
    }
    #expect(throws: FormatFailure.self) { try PoolSet.all([ranges, [ranges[0]]]) }
  }
}
