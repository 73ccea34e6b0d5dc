import Addressing
import Testing
import Topology
import TopologyKit

@Suite struct NextAddressTests {
  private func network(_ ranges: [(String, String)], last: String?, leased: [String])
    throws -> Network
  {
    var network = Network(directory: "/d", name: "n")
    network.rangeSets = [
      try ranges.map { first, last in
        let addresses = try #require(AddressRange(from: ip(first), to: ip(last)))
        return Network.Range(
          subnet: prefix("10.0.0.0/24"), addresses: addresses, gateway: ip("10.0.0.1"))
      }
    ]
    network.lastReserved = last.map { [0: ip($0)] } ?? [:]
    let lease = Allocation.Lease(containerID: "c", since: Timestamp(seconds: 0))
    network.allocations = leased.map { Allocation(address: ip($0), state: .used, lease: lease) }
    return network
  }

  @Test func theFirstIsAfterTheGateway() throws {
    let network = try network([("10.0.0.1", "10.0.0.9")], last: nil, leased: [])
    #expect(network.nextAddress(inSet: 0) == ip("10.0.0.2"))
    #expect(network.nextAddress(inSet: 1) == nil)
  }

  @Test func itGoesOnAfterTheLastAndSkipsLeases() throws {
    let network = try network(
      [("10.0.0.1", "10.0.0.9")], last: "10.0.0.4", leased: ["10.0.0.5", "10.0.0.6"])
    #expect(network.nextAddress(inSet: 0) == ip("10.0.0.7"))
  }

  @Test func itGoesRoundThroughAllRanges() throws {
    let ranges = [("10.0.0.2", "10.0.0.3"), ("10.0.0.8", "10.0.0.9")]
    #expect(
      try network(ranges, last: "10.0.0.3", leased: ["10.0.0.8"]).nextAddress(inSet: 0)
        == ip("10.0.0.9"))
    #expect(
      try network(ranges, last: "10.0.0.9", leased: ["10.0.0.2"]).nextAddress(inSet: 0)
        == ip("10.0.0.3"))
  }

  @Test func aFullRangeHasNone() throws {
    let full = try network(
      [("10.0.0.1", "10.0.0.3")], last: "10.0.0.2", leased: ["10.0.0.2", "10.0.0.3"])
    #expect(full.nextAddress(inSet: 0) == nil)
  }

  @Test func aRangeHasItsOwnHoldings() throws {
    let network = try network(
      [], last: nil, leased: ["10.0.0.2", "10.0.0.5", "10.0.0.9", "10.0.1.0"])
    func leased(_ first: String, _ last: String) throws -> [String] {
      let range = try #require(AddressRange(from: ip(first), to: ip(last)))
      return network.allocations(in: range).map(\.address.description)
    }
    #expect(try leased("10.0.0.3", "10.0.0.9") == ["10.0.0.5", "10.0.0.9"])
    #expect(try leased("10.0.0.0", "10.255.0.0").count == 4)
    #expect(try leased("10.0.0.6", "10.0.0.8") == [] && leased("11.0.0.0", "11.0.0.1") == [])
  }
}
