import Addressing
import Formats
import Testing

@testable import CNI

@Suite struct AllocatorTests {
  private func sets(_ ranges: String...) throws -> [PoolSet] {
    try PoolSet.all(
      ranges.map { range in
        try JSON(Array(range.utf8)).elements.map { RangeConfig($0) }
      })
  }

  private func addresses(_ texts: String...) -> [IPAddress] { texts.compactMap { IPAddress($0) } }

  @Test func beginsAfterTheGateway() throws {
    let given = try Allocator(sets(#"[{"subnet":"10.0.0.0/24"}]"#)).allocate()
    #expect(given.map(\.prefix.description) == ["10.0.0.2/24"])
    #expect(given.map(\.gateway.description) == ["10.0.0.1"])
  }

  @Test func goesOnAfterTheLastOneGivenOut() throws {
    let sets = try sets(#"[{"subnet":"10.0.0.0/29"}]"#)
    func next(_ last: String, taken: [IPAddress] = []) throws -> String {
      let allocator = Allocator(
        sets, taken: Set(taken), lastReserved: [0: try #require(IPAddress(last))])
      return try allocator.allocate()[0].prefix.address.description
    }
    #expect(try next("10.0.0.3") == "10.0.0.4")
    #expect(try next("10.0.0.3", taken: addresses("10.0.0.4")) == "10.0.0.5")
    #expect(try next("10.0.0.6") == "10.0.0.2")
    #expect(try next("10.9.9.9") == "10.0.0.2")
    let allButFive = addresses("10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.6")
    #expect(try next("10.0.0.5", taken: allButFive) == "10.0.0.5")
  }

  @Test func takesOneFromEachSetAndFillsARangeBeforeTheNext() throws {
    let sets = try sets(
      #"[{"subnet":"10.0.0.0/30"},{"subnet":"10.0.1.0/24"}]"#, #"[{"subnet":"fd00::/64"}]"#)
    let first = try Allocator(sets).allocate()
    #expect(first.map(\.prefix.description) == ["10.0.0.2/30", "fd00::2/64"])
    #expect(first.map(\.set) == [0, 1])
    let second = try Allocator(sets, taken: Set(first.map(\.prefix.address))).allocate()
    #expect(second.map(\.prefix.description) == ["10.0.1.2/24", "fd00::3/64"])
  }

  @Test func givesWhatIsAskedForFromTheSetThatHasIt() throws {
    let sets = try sets(#"[{"subnet":"10.0.0.0/24"}]"#, #"[{"subnet":"fd00::/64"}]"#)
    let given = try Allocator(sets).allocate(requested: addresses("fd00::77"))
    #expect(given.map(\.prefix.description) == ["10.0.0.2/24", "fd00::77/64"])
  }

  @Test func saysWhyThereIsNone() throws {
    let sets = try sets(#"[{"subnet":"10.0.0.0/30"}]"#)
    let taken = Set(addresses("10.0.0.2"))
    let full = Allocator(sets, taken: taken)
    #expect(throws: AllocationFailure.isFull(sets[0])) { try full.allocate() }
    #expect(
      AllocationFailure.isFull(sets[0]).description
        == "all 1 addresses of 10.0.0.1-10.0.0.2 are taken")
    for (address, failure) in [
      ("10.0.0.2", AllocationFailure.isTaken), ("10.0.0.1", AllocationFailure.isGateway),
    ] {
      let address = try #require(IPAddress(address))
      #expect(throws: failure(address)) { try full.allocate(requested: [address]) }
    }
    let outside = try #require(IPAddress("10.0.9.9"))
    #expect(throws: AllocationFailure.outOfRange(outside)) {
      try Allocator(sets).allocate(requested: [outside])
    }
  }

  @Test func endsAtTheLastAddressThereIs() throws {
    let range =
      #"[{"subnet":"ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff0/124","#
      + #""rangeStart":"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"}]"#
    let sets = try sets(range)
    let last = try Allocator(sets).allocate()[0].prefix.address
    #expect(last.number == .max)
    #expect(throws: AllocationFailure.isFull(sets[0])) {
      try Allocator(sets, taken: [last], lastReserved: [0: last]).allocate()
    }
  }
}
