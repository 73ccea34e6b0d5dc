import Addressing

extension PacketEffect {
  /// The outgoing interface's own address.
  static func masquerade(
    _ packet: Packet, _ place: PacketPlace, ports: ClosedRange<UInt16>?,
    _ flags: Translation.Flags
  ) -> Self {
    guard let interface = packet.outInterface,
      let address = place.routes.address(of: interface, packet.family, to: packet.destination)
    else { return .cannotTell(Doubt("masquerade: the interface's address")) }
    return .translate(
      Translation(
        isSource: true, addresses: AddressRange(from: address, to: address), ports: ports,
        flags: flags))
  }

  /// To this host: the incoming interface's address, or the loopback's for what this host sends.
  static func redirect(
    _ packet: Packet, _ place: PacketPlace, ports: ClosedRange<UInt16>?,
    _ flags: Translation.Flags
  ) -> Self {
    let loopback: IPAddress = packet.family == .v4 ? .v4(0x7f00_0001) : .v6(1)
    var address: IPAddress? = loopback
    if place.hook != InetHook.output.rawValue {
      address = packet.inInterface.flatMap {
        place.routes.address(of: $0, packet.family, to: nil)
      }
    }
    guard let address else { return .cannotTell(Doubt("redirect: the interface's address")) }
    return .translate(
      Translation(
        isSource: false, addresses: AddressRange(from: address, to: address), ports: ports,
        flags: flags))
  }
}
