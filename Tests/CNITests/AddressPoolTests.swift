import Addressing
import Formats
import TestKit
import Testing

@testable import CNI

@Suite struct AddressPoolTests {
  static func range(_ json: String) throws -> RangeConfig {
    RangeConfig(try JSON(Array(json.utf8)))
  }

  @Test(arguments: [
    (#"{"subnet":"10.0.0.0/24"}"#, "10.0.0.1-10.0.0.254", "10.0.0.1", 253),
    (#"{"subnet":"10.0.0.0/30"}"#, "10.0.0.1-10.0.0.2", "10.0.0.1", 1),
    (#"{"subnet":"10.0.0.0/24","gateway":"10.0.0.254"}"#, "10.0.0.1-10.0.0.254", "10.0.0.254", 253),
    (#"{"subnet":"10.0.0.0/24","gateway":"10.9.9.9"}"#, "10.0.0.1-10.0.0.254", "10.9.9.9", 254),
    (
      #"{"subnet":"10.0.0.0/24","rangeStart":"10.0.0.10","rangeEnd":"10.0.0.10"}"#, "10.0.0.10",
      "10.0.0.1", 1
    ),
    (
      #"{"subnet":"10.0.0.0/24","rangeStart":"10.0.0.0","rangeEnd":"10.0.0.255"}"#,
      "10.0.0.0-10.0.0.255", "10.0.0.1", 255
    ),
    (#"{"subnet":"fd00::/126"}"#, "fd00::1-fd00::3", "fd00::1", 2),
  ]) func fillsInDefaults(_ json: String, _ range: String, _ gateway: String, _ capacity: Int)
    throws
  {
    let pool = try AddressPool(Self.range(json))
    #expect(pool.range.description == range)
    #expect(pool.gateway.description == gateway)
    #expect(Int(pool.capacity) == capacity)
    #expect(!pool.contains(pool.gateway))
    #expect(pool.contains(pool.range.last) == (pool.range.last != pool.gateway))
  }

  @Test(arguments: [
    #"{}"#, #"{"subnet":"usePodCidr"}"#, #"{"subnet":"10.0.0.1/24"}"#, #"{"subnet":"10.0.0.0/31"}"#,
    #"{"subnet":"10.0.0.0/32"}"#, #"{"subnet":"fd00::/127"}"#,
    #"{"subnet":"10.0.0.0/24","rangeStart":"10.0.1.1"}"#,
    #"{"subnet":"10.0.0.0/24","rangeEnd":"fd00::1"}"#, #"{"subnet":"10.0.0.0/24","gateway":"x"}"#,
    #"{"subnet":"10.0.0.0/24","rangeStart":"10.0.0.9","rangeEnd":"10.0.0.8"}"#,
  ]) func refusesWhatThePluginRefuses(_ json: String) {
    #expect(throws: FormatFailure.self) { try AddressPool(Self.range(json)) }
  }

  @Test func countsTheLargest() throws {
    #expect(try AddressPool(Self.range(#"{"subnet":"::/0"}"#)).capacity == .max - 1)
    #expect(try AddressPool(Self.range(#"{"subnet":"0.0.0.0/0"}"#)).capacity == 4_294_967_293)
  }

  @Test func makesSetsInTheFilesOrder() throws {
    let config = try NetworkConfig(list: JSON(Fixture.bytes("conf/10-lab.conflist")))
    let sets = try #require(config.plugins[0].ipam).poolSets()
    #expect(sets.map(\.pools.count) == [2, 1])
    #expect(sets[0].capacity == 11 + 253)
    #expect(sets[0].contains(try #require(IPAddress("10.78.0.1"))))
    #expect(!sets[0].contains(try #require(IPAddress("10.77.0.9"))))
    #expect(sets[0].isGateway(try #require(IPAddress("10.78.0.254"))))
  }

  @Test func mixesNeitherFamiliesNorOverlappingRanges() throws {
    let ranges = try [
      #"{"subnet":"10.0.0.0/24"}"#, #"{"subnet":"fd00::/64"}"#, #"{"subnet":"10.0.0.128/25"}"#,
    ].map(Self.range)
    #expect(throws: FormatFailure.self) { try PoolSet([ranges[0], ranges[1]]) }
    #expect(throws: FormatFailure.self) { try PoolSet([ranges[0], ranges[2]]) }
    #expect(throws: FormatFailure.self) { try PoolSet([]) }
    #expect(try PoolSet([ranges[0]]).pools.count == 1)
  }

  @Test(arguments: [
    #"[[{"subnet":"10.0.0.0/24"}],[{"subnet":"10.0.0.128/25"}]]"#, "[[]]", "[[7]]",
    #"[[{"subnet":7}]]"#,
  ]) func refusesSetsThatCannotBe(_ ranges: String) throws {
    let json = #"{"name":"k","type":"x","ipam":{"type":"host-local","ranges":\#(ranges)}}"#
    let ipam = try NetworkConfig(single: JSON(Array(json.utf8))).plugins[0].ipam
    #expect(throws: FormatFailure.self) { try ipam?.poolSets() }
  }

  @Test func leavesOtherProgramsAlone() throws {
    let json = #"{"name":"k","type":"calico","ipam":{"type":"calico-ipam","subnet":"usePodCidr"}}"#
    let config = try NetworkConfig(single: JSON(Array(json.utf8)))
    #expect(try config.plugins[0].ipam?.poolSets() == [])
  }
}
