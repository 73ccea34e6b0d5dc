import Addressing

extension PacketEffect {
  /// The outgoing interface's own address.
  static func masquerade(
    _ packet: Packet, _ place: PacketPlace, ports: ClosedRange<UInt16>?,
    _ flags: Translation.Flags
  ) -> Self {
    let address = packet.outInterface.flatMap {
      place.routes.address(of: $0, packet.family, to: packet.destination)
    }
    return .translate(Translation(isSource: true, to: address, ports: ports, flags: flags))
  }

  /// To this host: the incoming interface's address, or the loopback's for what this host sends.
  static func redirect(
    _ packet: Packet, _ place: PacketPlace, ports: ClosedRange<UInt16>?,
    _ flags: Translation.Flags
  ) -> Self {
    var address: IPAddress? = packet.family == .v4 ? .v4(0x7f00_0001) : .v6(1)
    if place.hook != InetHook.output.rawValue {
      address = packet.inInterface.flatMap {
        place.routes.address(of: $0, packet.family, to: nil)
      }
    }
    return .translate(Translation(isSource: false, to: address, ports: ports, flags: flags))
  }
}
