import Netlink
import NetlinkKit
import Testing
import TopologyKit

@Suite struct RecordedNeighbourTests {
  @Test func readsNeighbours() throws {
    #expect(
      try messages("neighbours") == [
        entry("192.0.2.4", mac: nil, state: 0x20),
        entry("192.0.2.3", mac: "02:00:00:00:00:11", state: 0x04),
        entry("192.0.2.2", mac: "02:00:00:00:00:10", state: 0x80),
        entry("2001:db8::2", mac: "02:00:00:00:00:12", state: 0x02),
      ])
  }

  @Test func readsABridgesForwardingDatabase() throws {
    let entries = try messages("forwarding")
    #expect(entries.count == 12)
    #expect(
      entries.contains(entry(nil, on: 4, mac: "02:00:00:00:00:02", state: 0x80, flags: 0)))
    #expect(
      entries.contains(entry(nil, on: 4, mac: "02:00:00:00:00:10", state: 0x40, flags: 0)))
  }

  @Test func readsWhereATunnelsEntriesLeadTo() throws {
    let entries = try messages("forwarding").filter { $0.interface == 5 }
    #expect(
      entries == [
        entry("192.0.2.8", on: 5, mac: "02:00:00:00:00:11", state: 0xc0, flags: 0x02),
        entry("192.0.2.7", on: 5, mac: "00:00:00:00:00:00", state: 0xc0, flags: 0x02),
      ])
  }

  private func messages(_ name: String) throws -> [NeighbourMessage] {
    try Recording(name).read { try NeighbourMessage(message: $0.payload) }
  }

  private func entry(
    _ address: String?, on interface: UInt32 = 3, mac: String?, state: UInt16, flags: UInt8 = 0
  ) -> NeighbourMessage {
    NeighbourMessage(
      interface: interface, address: address.map(ip), mac: mac.map(macAddress), state: state,
      flags: flags)
  }
}
