import Addressing

/// A packet's headers as bytes, as far as they are known.
struct PacketHeaders {
  var link: PartialBytes
  var network: PartialBytes
  var transport: PartialBytes

  init(_ packet: Packet) {
    link = Self.link(packet)
    network = packet.family == .v4 ? Self.ipv4(packet) : Self.ipv6(packet)
    transport = Self.transport(packet)
  }

  /// `struct ethhdr`
  private static func link(_ packet: Packet) -> PartialBytes {
    var bytes = PartialBytes(unknown: 14)
    if let address = packet.link.destination {
      bytes.replace(at: 0, with: PartialBytes(address.bytes))
    }
    if let address = packet.link.source {
      bytes.replace(at: 6, with: PartialBytes(address.bytes))
    }
    bytes.set(packet.etherType, at: 12)
    return bytes
  }

  /// `struct iphdr` without options.
  private static func ipv4(_ packet: Packet) -> PartialBytes {
    var bytes = PartialBytes(unknown: 20)
    bytes.set(UInt8(0x45), at: 0)
    bytes.set(packet.trafficClass, at: 1)
    bytes.set(packet.length, at: 2)
    if let offset = packet.fragmentOffset {
      let place = PartialBytes(bytes: bigEndian(offset), known: [0x1f, 0xff])
      bytes.replace(at: 6, with: place)
    }
    bytes.set(packet.hopLimit, at: 8)
    bytes.set(packet.transport, at: 9)
    if let address = packet.source { bytes.replace(at: 12, with: PartialBytes(address.bytes)) }
    if let address = packet.destination {
      bytes.replace(at: 16, with: PartialBytes(address.bytes))
    }
    return bytes
  }

  /// `struct ipv6hdr`
  private static func ipv6(_ packet: Packet) -> PartialBytes {
    var bytes = PartialBytes(unknown: 40)
    let traffic = packet.trafficClass
    bytes.replace(
      at: 0,
      with: PartialBytes(
        bytes: [0x60 | (traffic ?? 0) >> 4, (traffic ?? 0) << 4],
        known: traffic == nil ? [0xf0, 0] : [0xff, 0xf0]))
    bytes.set(packet.length.flatMap { $0 >= 40 ? $0 - 40 : nil }, at: 4)
    bytes.set(packet.transport, at: 6)
    bytes.set(packet.hopLimit, at: 7)
    if let address = packet.source { bytes.replace(at: 8, with: PartialBytes(address.bytes)) }
    if let address = packet.destination {
      bytes.replace(at: 24, with: PartialBytes(address.bytes))
    }
    return bytes
  }

  private static func transport(_ packet: Packet) -> PartialBytes {
    var bytes = PartialBytes(unknown: packet.transportHeaderLength)
    switch packet.transport {
    case 1, 58:  // IPPROTO_ICMP, IPPROTO_ICMPV6
      bytes.set(packet.icmp.type, at: 0)
      bytes.set(packet.icmp.code, at: 1)
      bytes.set(packet.icmp.id, at: 4)
    case let transport? where Packet.hasPorts(transport):
      bytes.set(packet.sourcePort, at: 0)
      bytes.set(packet.destinationPort, at: 2)
      if transport == 6 { bytes.set(packet.tcpFlags, at: 13) }
      if transport == 17, let length = packet.length {
        bytes.set(length &- (packet.family == .v4 ? 20 : 40), at: 4)
      }
    default: break
    }
    return bytes
  }

  /// Takes into a packet what the bytes say.
  func update(_ packet: inout Packet) {
    packet.link.destination = link.mac(at: 0)
    packet.link.source = link.mac(at: 6)
    if packet.family == .v4 {
      packet.trafficClass = network.number(at: 1, as: UInt8.self)
      packet.hopLimit = network.number(at: 8, as: UInt8.self)
      packet.transport = network.number(at: 9, as: UInt8.self)
      packet.source = network.number(at: 12, as: UInt32.self).map { .v4($0) }
      packet.destination = network.number(at: 16, as: UInt32.self).map { .v4($0) }
    } else {
      packet.trafficClass = network.number(at: 0, as: UInt16.self).map {
        UInt8(truncatingIfNeeded: $0 >> 4)
      }
      packet.transport = network.number(at: 6, as: UInt8.self)
      packet.hopLimit = network.number(at: 7, as: UInt8.self)
      packet.source = network.number(at: 8, as: UInt128.self).map { .v6($0) }
      packet.destination = network.number(at: 24, as: UInt128.self).map { .v6($0) }
    }
    updateTransport(&packet)
  }

  private func updateTransport(_ packet: inout Packet) {
    switch packet.transport {
    case 1, 58:  // IPPROTO_ICMP, IPPROTO_ICMPV6
      packet.icmp.type = transport.number(at: 0, as: UInt8.self)
      packet.icmp.code = transport.number(at: 1, as: UInt8.self)
      packet.icmp.id = transport.number(at: 4, as: UInt16.self)
    case let number? where Packet.hasPorts(number):
      packet.sourcePort = transport.number(at: 0, as: UInt16.self)
      packet.destinationPort = transport.number(at: 2, as: UInt16.self)
      if number == 6 { packet.tcpFlags = transport.number(at: 13, as: UInt8.self) }
    default: break
    }
  }
}

extension PartialBytes {
  fileprivate func mac(at offset: Int) -> MACAddress? {
    let part = part(offset, 6)
    return part.isKnown ? MACAddress(bytes: part.bytes) : nil
  }
}

extension Packet {
  var etherType: UInt16 { family == .v4 ? 0x0800 : 0x86dd }

  /// TCP, UDP, DCCP, SCTP and UDP-Lite begin with two ports.
  static func hasPorts(_ transport: UInt8) -> Bool { [6, 17, 33, 132, 136].contains(transport) }

  /// As far as its fields are known here, in bytes.
  fileprivate var transportHeaderLength: Int { transport == 6 ? 20 : 8 }
}
