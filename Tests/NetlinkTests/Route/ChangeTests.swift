import Addressing
import Hex
import Netlink
import Testing
import TopologyKit

/// Bytes of what changes the kernel, next to what `ip` sends for the same (taken from strace).
@Suite struct ChangeTests {
  @Test func setsALinkUp() {
    let request = Request.change("eth0", index: 7, LinkChange(isUp: true))
    #expect(
      request.bytes(sequence: 1)
        == hex(
          """
          20000000 1000 0500 01000000 00000000  # RTM_NEWLINK, NLM_F_REQUEST | NLM_F_ACK
          00000000 07000000 01000000 01000000   # IFF_UP, and it alone
          """))
  }

  @Test func leavesFlagsThatAreNotMeant() {
    let request = Request.change("eth0", index: 7, LinkChange(isPromiscuous: false, master: 0))
    #expect(
      request.payload
        == hex("00000000 07000000 00000000 00010000  08000a00 00000000"))
  }

  @Test func makesAPairWithItsPeerElsewhere() {
    let request = Request.createVeth(
      "h", LinkChange(mtu: 1400), peer: "c", LinkChange(mtu: 1400), in: 5)
    #expect(
      request.bytes(sequence: 9)
        == hex(
          """
          70000000 1000 0506 09000000 00000000  # NLM_F_CREATE | NLM_F_EXCL
          00000000 00000000 00000000 00000000
          06000300 68000000  08000400 78050000  # IFLA_IFNAME, IFLA_MTU
          40001200                              # IFLA_LINKINFO
            09000100 76657468 00000000          # IFLA_INFO_KIND veth
            30000200 2c000100                   # IFLA_INFO_DATA, VETH_INFO_PEER
              00000000 00000000 00000000 00000000
              06000300 63000000  08000400 78050000
              08001c00 05000000                 # IFLA_NET_NS_FD
          """))
  }

  @Test func givesABroadcastAddressToIPv4Alone() {
    let v4 = Request.addAddress(prefix("10.1.2.3/16"), to: "x", index: 2)
    #expect(
      v4.payload
        == hex("02100000 02000000  08000200 0a010203  08000100 0a010203  08000400 0a01ffff"))
    let v6 = Request.addAddress(prefix("fd00::1/64"), to: "x", index: 2)
    #expect(v6.payload.count == 8 + 2 * 20)
  }

  @Test func writesRoutesWithAllTheyMayHave() {
    let plain = Request.addRoute(
      NewRoute(destination: prefix("0.0.0.0/0"), gateway: ip("10.1.0.1")), by: "x", index: 2)
    #expect(
      plain.payload
        == hex("02000000 fe030001 00000000  08000500 0a010001  08000400 02000000"))
    let rich = Request.addRoute(
      NewRoute(
        destination: prefix("10.9.0.0/16"), metric: 5, table: 1000, scope: 253, mtu: 1400,
        segmentSize: 1300), by: "x", index: 2)
    #expect(
      rich.payload
        == hex(
          """
          02100000 0003fd01 00000000
          08000100 0a090000  08000600 05000000  # RTA_DST, RTA_PRIORITY
          14000800 08000200 78050000 08000800 14050000  # RTA_METRICS
          08000400 02000000  08000f00 e8030000  # RTA_OIF, RTA_TABLE
          """))
  }

  @Test func writesOneVLANOrARange() {
    let one = Request.addVLAN(.init(100, isPrimary: true, isUntagged: true), to: "x", index: 3)
    #expect(one.payload.suffix(12) == hex("0c001a00 08000200 06006400"))
    let many = Request.addVLAN(
      .init(10, to: 20, isPrimary: false, isUntagged: false), to: "x", index: 3)
    #expect(many.payload.suffix(20) == hex("14001a00 08000200 08000a00 08000200 10001400"))
    #expect(many.purpose == "add VLAN 10-20 to x")
  }

  private func prefix(_ text: String) -> Prefix { Prefix(text) ?? Prefix(host: .v4(0)) }
}
