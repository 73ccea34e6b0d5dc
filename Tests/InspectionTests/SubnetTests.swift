import Addressing
import Testing
import TopologyKit

@testable import Inspection

@Suite struct SubnetTests {
  private func claim(_ subnet: String, of name: String) -> SubnetClaim {
    SubnetClaim(owner: .file(name, network: name), subnet: prefix(subnet))
  }

  @Test func knowsWhatIsAround() {
    let claims = [
      claim("10.0.0.0/8", of: "a"), claim("10.1.0.0/16", of: "b"), claim("10.1.1.0/24", of: "a"),
      claim("10.1.1.0/25", of: "c"), claim("10.2.0.0/16", of: "b"), claim("11.0.0.0/8", of: "c"),
      claim("fd00::/8", of: "a"), claim("fd01::/16", of: "b"),
    ]
    var sweep = SubnetSweep()
    let found = claims.shuffled().sorted(by: SubnetClaim.outerFirst).map {
      sweep.around($0).map(\.subnet.description)
    }
    #expect(
      found == [
        [], ["10.0.0.0/8"], ["10.1.0.0/16"], ["10.0.0.0/8", "10.1.0.0/16"], ["10.0.0.0/8"], [], [],
        ["fd00::/8"],
      ])
  }

  /// Eight times as many subnets are eight times the work: for each one, as many as there are owners.
  @Test(arguments: [1000, 8000]) func looksAtNoMoreThanThereAreOwners(_ count: Int) {
    var sweep = SubnetSweep()
    let claims = (0..<count).flatMap { index in
      ["a", "b"].map { claim("10.\(index >> 6 & 255).\(index << 2 & 255).0/24", of: $0) }
    }
    var work = 0
    for claim in claims.sorted(by: SubnetClaim.outerFirst) {
      _ = sweep.around(claim)
      work += sweep.depth
    }
    #expect(work <= 2 * claims.count)
  }
}
