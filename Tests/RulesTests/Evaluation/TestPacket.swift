import Addressing
import Rules

/// A packet that is sent for real: as bytes, and as the evaluator knows it.
struct TestPacket {
  var family: IPAddress.Family
  var source: IPAddress
  var destination: IPAddress
  var transport: UInt8
  var sourcePort: UInt16 = 0
  var destinationPort: UInt16 = 0
  var icmpType: UInt8 = 0
  var icmpCode: UInt8 = 0
  var tcpFlags: UInt8 = 0x02
  var trafficClass: UInt8 = 0
  var payload = 0
  /// What it is known by in a trace: the identification of IPv4, the flow label of IPv6.
  var number: UInt16
  /// Where it comes in; `nil` for one of this host's own.
  var inInterface: String?

  /// Only what is tested has it.
  static let hopLimit: UInt8 = 77

  var isICMP: Bool { transport == 1 || transport == 58 }

  func packet(_ lab: LabNetwork) -> Packet {
    var packet = Packet(family)
    packet.source = source
    packet.destination = destination
    packet.transport = transport
    if isICMP {
      packet.icmp = Packet.ICMP(type: icmpType, code: icmpCode, id: sourcePort)
    } else {
      packet.sourcePort = sourcePort
      packet.destinationPort = destinationPort
    }
    if transport == 6 { packet.tcpFlags = tcpFlags }
    packet.length = UInt16(bytes.count)
    packet.hopLimit = Self.hopLimit
    packet.trafficClass = trafficClass
    packet.mark = 0
    packet.tracking = .new
    if let inInterface {
      packet.inInterface = lab.interface(inInterface)
      packet.link = Packet.Link(
        source: LabNetwork.farMAC, destination: lab.mac(of: inInterface), packetType: 0)
    } else {
      packet.socket = .of(user: 0, group: 0)
    }
    return packet
  }

  func frame(_ lab: LabNetwork) -> [UInt8] {
    let type: [UInt8] = family == .v4 ? [0x08, 0x00] : [0x86, 0xdd]
    return lab.mac(of: inInterface ?? "").bytes + LabNetwork.farMAC.bytes + type + bytes
  }

  /// From the IP header on.
  var bytes: [UInt8] {
    let transport = transportBytes
    let number = [UInt8(number >> 8), UInt8(number & 0xff)]
    if family == .v6 {
      return [0x60 | trafficClass >> 4, trafficClass << 4] + number + big(transport.count) + [
        self.transport, Self.hopLimit,
      ] + source.bytes + destination.bytes + transport
    }
    var header: [UInt8] =
      [0x45, trafficClass] + big(20 + transport.count) + number + [
        0, 0, Self.hopLimit, self.transport, 0, 0,
      ]
    header += source.bytes + destination.bytes
    header.replaceSubrange(10..<12, with: big(Int(checksum(header))))
    return header + transport
  }

  private var transportBytes: [UInt8] {
    let ports = big(Int(sourcePort)) + big(Int(destinationPort))
    let data = [UInt8](repeating: 0x61, count: payload)
    var (bytes, place): ([UInt8], Int) =
      switch transport {
      case 6: (ports + [0, 0, 0, 1, 0, 0, 0, 1, 0x50, tcpFlags, 0x10, 0, 0, 0, 0, 0] + data, 16)
      case 17: (ports + big(8 + payload) + [0, 0] + data, 6)
      default: ([icmpType, icmpCode, 0, 0] + big(Int(sourcePort)) + [0, 1] + data, 2)
      }
    let pseudo =
      transport == 1
      ? [] : source.bytes + destination.bytes + [0, transport] + big(bytes.count)
    bytes.replaceSubrange(place..<place + 2, with: big(Int(checksum(pseudo + bytes))))
    return bytes
  }

  private func big(_ number: Int) -> [UInt8] { [UInt8(number >> 8 & 0xff), UInt8(number & 0xff)] }

  private func checksum(_ bytes: [UInt8]) -> UInt16 {
    var sum: UInt32 = 0
    for place in stride(from: 0, to: bytes.count, by: 2) {
      sum += UInt32(bytes[place]) << 8 | (place + 1 < bytes.count ? UInt32(bytes[place + 1]) : 0)
    }
    while sum >> 16 != 0 { sum = sum & 0xffff + sum >> 16 }
    return ~UInt16(sum)
  }
}
