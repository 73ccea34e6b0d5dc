import Addressing
import Rules
import Testing

/// How a person tells of a packet.
@Suite struct PacketTextTests {
  @Test func readsAWholeDescription() throws {
    let packet = try Packet(
      text: "tcp 10.22.0.5:4000 > 10.96.0.1:443 in cni0 mark 0x4000 ttl 3 flags syn,ack length 60")
    #expect(packet.source == .v4(0x0a16_0005) && packet.destination == .v4(0x0a60_0001))
    #expect(packet.sourcePort == 4000 && packet.destinationPort == 443 && packet.transport == 6)
    #expect(packet.inInterface?.name == "cni0" && packet.mark == 0x4000)
    #expect(packet.hopLimit == 3 && packet.tcpFlags == 0x12 && packet.length == 60)
    #expect(packet.tracking == .new)
  }

  @Test func readsIPv6AndICMP() throws {
    let packet = try Packet(text: "udp [fd00::5]:53 > fd00::1 from-host state established")
    #expect(packet.family == .v6 && packet.sourcePort == 53 && packet.destinationPort == nil)
    #expect(packet.inInterface == nil && packet.socket == .unknown)
    let echo = try Packet(text: "icmp 10.0.0.1 > 10.0.0.2 type 0 id 7 in eth0")
    #expect(echo.icmp == Packet.ICMP(type: 0, code: 0, id: 7) && echo.transport == 1)
    let usual = try Packet(text: "icmp fd00::1 > fd00::2 in eth0")
    #expect(usual.icmp.type == 128 && usual.transport == 58)
  }

  @Test(arguments: [
    ("", "is told as"), ("tcp 10.0.0.1 10.0.0.2 in x", "is told as"),
    ("tcp 10.0.0.1 > fd00::1 in x", "one address is IPv4"), ("tcp 10.0.0.1 > 10.0.0.2", "comes in"),
    ("foo 10.0.0.1 > 10.0.0.2 in x", "'foo' is no protocol"),
    ("icmp 10.0.0.1:1 > 10.0.0.2 in x", "icmp has no ports"),
    ("tcp 10.0.0.256 > 10.0.0.2 in x", "'10.0.0.256' is no address"),
    ("tcp 10.0.0.1:99999 > 10.0.0.2 in x", "is no address"),
    ("tcp 10.0.0.1 > 10.0.0.2 in", "'in' lacks its value"),
    ("tcp 10.0.0.1 > 10.0.0.2 in x mark y", "'y' is no value for 'mark'"),
    ("tcp 10.0.0.1 > 10.0.0.2 in x state odd", "'odd' is no value for 'state'"),
    ("tcp 10.0.0.1 > 10.0.0.2 in x odd 1", "'odd' is not known"),
  ])
  func saysWhatIsWrong(text: String, complaint: String) {
    #expect { try Packet(text: text) } throws: { error in
      "\(error)".contains(complaint) && !"\(error)".contains("\n")
    }
  }
}
