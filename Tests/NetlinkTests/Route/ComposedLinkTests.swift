import Hex
import Netlink
import Testing
import TopologyKit

/// Kinds of links composed after include/uapi/linux/if_link.h and if_tunnel.h, for they are modules
/// that not every kernel has.
@Suite struct ComposedLinkTests {
  @Test func readsAVLANsNumberAndProtocol() throws {
    let data = hex(
      """
      06000100 05000000                     # IFLA_VLAN_ID 5
      06000500 88a80000                     # IFLA_VLAN_PROTOCOL 802.1ad, in network order
      """)
    #expect(try details("vlan", data) == .vlan(id: 5, protocol: 0x88a8))
  }

  @Test func readsAnIPVLANsMode() throws {
    #expect(try details("ipvlan", hex("06000100 01000000")) == .ipvlan(mode: 1))
  }

  @Test func readsTheEndsOfTunnels() throws {
    let ipip = hex("08000200 c0000201 08000300 c0000202")  // IFLA_IPTUN_LOCAL, _REMOTE
    let gre = hex("08000600 c0000201 08000700 c0000202")  // IFLA_GRE_LOCAL, _REMOTE
    let ends = LinkDetails.tunnel(local: ip("192.0.2.1"), remote: ip("192.0.2.2"))
    #expect(try details("ipip", ipip) == ends)
    #expect(try details("sit", ipip) == ends)
    #expect(try details("gre", gre) == ends)
    #expect(try details("gretap", gre) == ends)
  }

  @Test func readsABridgeThatFiltersVLANs() throws {
    let data = hex("05000700 01000000")  // IFLA_BR_VLAN_FILTERING
    #expect(try details("bridge", data) == .bridge(BridgeMessage(filtersVLANs: true)))
  }

  @Test func knowsNothingMoreOfOtherKinds() throws {
    #expect(try details("wireguard", []) == LinkDetails.none)
    #expect(try details("nextgen", hex("08000100 ffffffff")) == LinkDetails.none)
  }

  @Test func refusesANumberOfAnotherSize() {
    #expect(throws: WireError.wrongSize(1, need: 2, have: 4)) {
      try details("vlan", hex("08000100 05000000"))
    }
  }

  /// What is made of a link of this kind with this `IFLA_INFO_DATA`.
  private func details(_ kind: String, _ data: [UInt8]) throws -> LinkDetails {
    let info = attribute(1, Array(kind.utf8) + [0]) + attribute(2, data)
    let message = [UInt8](repeating: 0, count: 16) + attribute(18, info)
    return try Link(message: message.span).details
  }

  private func attribute(_ type: UInt8, _ value: [UInt8]) -> [UInt8] {
    let padding = [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
    return [UInt8(value.count + 4), 0, type, 0] + value + padding
  }
}
