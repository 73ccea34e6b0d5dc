import Netlink
import NetlinkKit
import Testing
import TopologyKit

@Suite struct RecordedLinkTests {
  @Test func readsTheLoopback() throws {
    let six = LinkStatistics(
      receivedPackets: 6, sentPackets: 6, receivedBytes: 768, sentBytes: 768)
    #expect(
      try link("link-lo")
        == Link(
          index: 1, name: "lo", flags: Link.Flags(rawValue: 0x10049), operationalState: 0,
          mtu: 65536, mac: macAddress("00:00:00:00:00:00"), statistics: six))
  }

  @Test func readsABridge() throws {
    let bridge = BridgeMessage(
      hasSpanningTree: true, ageing: 12000, groupAddress: macAddress("01:80:c2:00:00:05"),
      groupForwardMask: 8)
    #expect(
      try link("link-bridge")
        == Link(
          index: 2, name: "br0", flags: Link.Flags(rawValue: 0x1003), operationalState: 2,
          kind: "bridge", mac: macAddress("02:00:00:00:00:01"), details: .bridge(bridge),
          statistics: LinkStatistics()))
  }

  @Test func readsAPortOfABridge() throws {
    let port = BridgePortMessage(
      number: 1, state: 3, isHairpin: true, isIsolated: true, learns: false)
    let link = try link("link-bridge-port")
    #expect(link.port == port)
    #expect(link.master == 2)
    #expect(link.alias == "to shop/web")
    #expect(link.promiscuity == 1)
    #expect(link.iflink == .init(index: 3))
  }

  @Test func readsAVethWithinANamespaceAndAcrossTwo() throws {
    let here = Link(
      index: 3, name: "va", flags: Link.Flags(rawValue: 0x1002), operationalState: 2,
      kind: "veth", mac: macAddress("02:00:00:00:00:02"), iflink: .init(index: 2),
      statistics: LinkStatistics())
    #expect(try link("link-veth-here") == here)

    var elsewhere = here
    elsewhere.index = 2
    elsewhere.flags.insert(.up)
    elsewhere.iflink = .init(index: 2, nsid: 0)
    #expect(try link("link-veth-elsewhere") == elsewhere)
  }

  @Test func readsWhatStandsOnAnotherLink() throws {
    let macvlan = try link("link-macvlan")
    #expect(macvlan.kind == "macvlan")
    #expect(macvlan.details == .macvlan(mode: 4))
    #expect(macvlan.iflink == .init(index: 3))

    let macvtap = try link("link-macvtap")
    #expect(macvtap.kind == "macvtap")
    #expect(macvtap.details == .macvlan(mode: 1))
    #expect(macvtap.iflink == .init(index: 3))
  }

  @Test func readsVXLANsOfBothFamilies() throws {
    let v4 = try link("link-vxlan4")
    #expect(
      v4.details
        == .vxlan(
          VXLANMessage(
            id: 42, local: ip("192.0.2.1"), remote: ip("192.0.2.2"), port: 4789, learns: false,
            link: 3)))
    #expect(v4.iflink == .init(index: 3))
    #expect(v4.mtu == 1450)

    #expect(
      try link("link-vxlan6").details
        == .vxlan(
          VXLANMessage(
            id: 16_777_215, local: ip("2001:db8::1"), remote: ip("2001:db8::2"), port: 8472)))
  }

  @Test func readsTunAndTap() throws {
    let tun = try link("link-tun")
    #expect(tun.details == .tun(type: 1))
    #expect(tun.mac == nil)

    let tap = try link("link-tap")
    #expect(tap.details == .tun(type: 2))
    #expect(tap.mac == macAddress("02:00:00:00:00:08"))
  }

  private func link(_ name: String) throws -> Link {
    let links = try Recording(name).read { try Link(message: $0.payload) }
    return try #require(links.first)
  }
}
