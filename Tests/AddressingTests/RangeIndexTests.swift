import Addressing
import Testing

@Suite struct RangeIndexTests {
  private func range(_ text: String) throws -> AddressRange {
    let ends = text.split(separator: "-").compactMap { IPAddress($0) }
    return try #require(AddressRange(from: ends[0], to: ends[ends.count - 1]))
  }

  @Test func findsTheRangeOfAnAddress() throws {
    let index = RangeIndex(
      try ["10.0.2.0-10.0.2.9", "fd00::1-fd00::9", "10.0.0.1-10.0.0.1"].map(range))
    func place(_ text: String) throws -> Int? { index.place(of: try #require(IPAddress(text))) }
    #expect(try place("10.0.2.0") == 0 && place("10.0.2.9") == 0 && place("fd00::5") == 1)
    #expect(try place("10.0.0.1") == 2)
    for text in ["10.0.0.0", "10.0.0.2", "10.0.2.10", "fd00::", "fd00::a", "::"] {
      #expect(try place(text) == nil, "\(text)")
    }
    #expect(RangeIndex([]).overlap == nil)
  }

  /// Looking at all pairs is the judge.
  @Test func findsTwoThatOverlap() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let ranges = (0..<Int.random(in: 2...6, using: &random)).compactMap { _ -> AddressRange? in
        let first = UInt32.random(in: 0..<60, using: &random)
        let last = first + UInt32.random(in: 0..<12, using: &random)
        return AddressRange(from: .v4(first), to: .v4(last))
      }
      let overlap = RangeIndex(ranges).overlap
      let isOne = ranges.indices.contains { one in
        ranges[(one + 1)...].contains { ranges[one].overlaps($0) }
      }
      #expect((overlap != nil) == isOne)
      if let (one, other) = overlap {
        #expect(one < other && ranges[one].overlaps(ranges[other]))
      }
    }
  }
}
