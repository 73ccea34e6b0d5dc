import Addressing
import Dice
import Testing

@Suite struct AddressRangeTests {
  @Test func refusesWhatIsNoRange() throws {
    #expect(AddressRange(from: .v4(2), to: .v4(1)) == nil)
    #expect(AddressRange(from: .v4(1), to: .v6(2)) == nil)
    #expect(AddressRange(from: .v6(1), to: .v4(2)) == nil)
    #expect(AddressRange(from: .v4(1), to: .v4(1))?.count == 1)
  }

  /// Sets of addresses are the judge.
  @Test func isTheSetOfItsAddresses() throws {
    var dice = Dice(seed: 1)
    for _ in 0..<500 {
      let ranges = try (0..<2).map { _ in try small(&dice) }
      let sets = ranges.map { range in Set((0..<40).filter { range.contains(.v6(0xff00 + $0)) }) }
      #expect(ranges[0].count == UInt128(sets[0].count))
      #expect(ranges[0].overlaps(ranges[1]) == !sets[0].isDisjoint(with: sets[1]))
      #expect(ranges[0].overlaps(ranges[1]) == ranges[1].overlaps(ranges[0]))
      #expect(!ranges[0].contains(.v4(0xff00)))
    }
  }

  @Test func isWrittenAsOneAddressOrTwo() throws {
    #expect(AddressRange(from: .v4(1), to: .v4(1))?.description == "0.0.0.1")
    #expect(AddressRange(from: .v6(1), to: .v6(16))?.description == "::1-::10")
  }

  @Test func countsAllOfIPv6AsOneTooFew() {
    #expect(AddressRange(from: .v6(0), to: .v6(.max))?.count == .max)
    #expect(AddressRange(from: .v4(0), to: .v4(.max))?.count == 1 << 32)
  }

  private func small(_ dice: inout Dice) throws -> AddressRange {
    let first = UInt128.random(in: 0..<30, using: &dice)
    let last = UInt128.random(in: first..<min(first + 10, 40), using: &dice)
    return try #require(AddressRange(from: .v6(0xff00 + first), to: .v6(0xff00 + last)))
  }
}
