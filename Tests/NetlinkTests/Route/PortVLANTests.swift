import Hex
import Netlink
import Testing

/// Composed after include/uapi/linux/if_bridge.h: not every kernel's bridges filter VLANs.
@Suite struct PortVLANTests {
  @Test func putsRangesTogether() throws {
    let port = try port(
      """
      24001a00                # IFLA_AF_SPEC
      08000200 06000100       # BRIDGE_VLAN_INFO_PVID | UNTAGGED, 1
      08000200 08000a00       # RANGE_BEGIN, 10
      08000200 10001400       # RANGE_END, 20
      08000200 0400fe0f       # UNTAGGED, 4094
      """)
    #expect(port.index == 7)
    #expect(
      port.vlans.map { [$0.first, $0.last] } == [[1, 1], [10, 20], [4094, 4094]])
    #expect(port.vlans.map(\.isPrimary) == [true, false, false])
    #expect(port.vlans.map(\.isUntagged) == [true, false, true])
  }

  @Test func aPortMayHaveNone() throws {
    #expect(try port("").vlans.isEmpty)
    #expect(try port("04001a00").vlans.isEmpty)
  }

  @Test func aRangeThatEndsBeforeItBeginsIsItsEnd() throws {
    let port = try port("14001a00 08000200 08001400 08000200 10000a00")
    #expect(port.vlans.map { [$0.first, $0.last] } == [[10, 10]])
  }

  @Test func refusesAnEntryOfAnotherSize() {
    #expect(throws: WireError.wrongSize(2, need: 4, have: 2)) {
      try port("0c001a00 06000200 06000000")
    }
  }

  private func port(_ attributes: String) throws -> PortVLANs {
    let message = hex("07000100 07000000 43000000 00000000") + hex(attributes)
    return try PortVLANs(message: message.span)
  }
}
