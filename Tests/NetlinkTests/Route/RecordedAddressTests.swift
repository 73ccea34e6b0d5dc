import Netlink
import NetlinkKit
import Testing
import TopologyKit

@Suite struct RecordedAddressTests {
  @Test func readsAddressesOfBothFamilies() throws {
    let addresses = try Recording("addresses").read { try AddressMessage(message: $0.payload) }
    #expect(
      addresses == [
        AddressMessage(index: 3, prefix: prefix("198.51.100.1/25"), scope: 253, flags: 0x280),
        AddressMessage(index: 3, prefix: prefix("192.0.2.1/24"), scope: 0, flags: 0x80),
        AddressMessage(
          index: 3, prefix: prefix("10.0.0.1/30"), peer: ip("10.0.0.2"), scope: 0, flags: 0x80),
        AddressMessage(index: 3, prefix: prefix("192.0.2.9/24"), scope: 0, flags: 0x81),
        AddressMessage(index: 3, prefix: prefix("2001:db8::9/128"), scope: 0, flags: 0x82),
        AddressMessage(index: 3, prefix: prefix("2001:db8::1/64"), scope: 0, flags: 0xc0),
      ])
  }

  @Test func anotherFamilyIsNoAddress() throws {
    let message: [UInt8] = [17, 24, 0, 0, 3, 0, 0, 0]  // AF_PACKET
    #expect(try AddressMessage(message: message.span) == nil)
  }

  @Test(arguments: 0..<8) func refusesAHeader(of count: Int) {
    #expect(throws: WireError.shortMessage(need: 8, have: count)) {
      try AddressMessage(message: [UInt8](repeating: 0, count: count).span)
    }
  }
}
