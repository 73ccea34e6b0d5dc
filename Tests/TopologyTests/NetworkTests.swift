import Addressing
import Dice
import Testing
import Topology
import TopologyKit

/// Counts and searches, against a look at every address.
@Suite struct NetworkTests {
  private let lease = Allocation.Lease(containerID: "c", since: Timestamp(seconds: 0))

  private func range(_ first: UInt32, _ last: UInt32, gateway: UInt32?) throws -> Network.Range {
    Network.Range(
      subnet: prefix("10.0.0.0/24"),
      addresses: try #require(AddressRange(from: .v4(first), to: .v4(last))),
      gateway: gateway.map { .v4($0) })
  }

  /// Two ranges of few addresses, some of them leased, some up without a lease, one handed out last.
  private func network(_ dice: inout Dice) throws -> Network {
    var network = Network(directory: "/d", name: "n")
    let (one, two) = (UInt32(100), UInt32(200))
    network.rangeSets = [
      [
        try range(one, one + .random(in: 0...5, using: &dice), gateway: one),
        try range(two, two + .random(in: 0...5, using: &dice), gateway: nil),
      ]
    ]
    let taken = (Array(one...one + 6) + Array(two...two + 6)).filter { _ in
      Int.random(in: 0..<3, using: &dice) > 0
    }
    network.allocations = taken.map {
      let isLeased = Int.random(in: 0..<4, using: &dice) > 0
      return Allocation(
        address: .v4($0), state: isLeased ? .used : .unleased, lease: isLeased ? lease : nil)
    }
    if Bool.random(using: &dice) {
      network.lastReserved[0] = .v4(UInt32.random(in: one...one + 8, using: &dice))
    }
    return network
  }

  @Test(arguments: UInt64(0)..<200)
  func theNextAddressIsTheFirstFreeOneAfterTheLast(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let network = try network(&dice)
    let leased = Set(network.allocations.filter { $0.lease != nil }.map(\.address))
    var all = network.ranges.flatMap { range in
      (range.addresses.first.number...range.addresses.last.number).map {
        (range, IPAddress.v4(UInt32($0)))
      }
    }
    if let last = network.lastReserved[0], let place = all.firstIndex(where: { $0.1 == last }) {
      all = Array(all[(place + 1)...] + all[...place])
    }
    let free = all.first { range, address in address != range.gateway && !leased.contains(address) }
    #expect(network.nextAddress(inSet: 0) == free?.1)
    #expect(network.nextAddress(inSet: 1) == nil && network.nextAddress(inSet: -1) == nil)
  }

  @Test(arguments: UInt64(0)..<60) func allocationsAreFoundByTheirAddress(_ seed: UInt64) throws {
    for network in Topology.random(seed).networks {
      for allocation in network.allocations {
        let found = network.allocation(of: allocation.address)
        #expect(found == network.allocations.first { $0.address == allocation.address })
      }
      #expect(network.allocation(of: ip("203.0.113.77")) == nil)
      for range in network.ranges {
        #expect(
          Array(network.allocations(in: range.addresses))
            == network.allocations.filter { range.addresses.contains($0.address) })
      }
    }
  }

  @Test func aRangeHoldsAsManyAsItHasButItsGateway() throws {
    #expect(try range(10, 19, gateway: 10).capacity == 10 - 1)
    #expect(try range(10, 19, gateway: 9).capacity == 10)
    #expect(try range(10, 10, gateway: 10).capacity == 0)
    let all = try #require(AddressRange(from: ip("::"), to: .v6(.max)))
    #expect(Network.Range(subnet: prefix("::/0"), addresses: all).capacity == .max)
  }
}
