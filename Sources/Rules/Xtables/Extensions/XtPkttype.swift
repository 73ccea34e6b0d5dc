/// `xt_pkttype`: whether the link layer had a packet for this host alone.
struct XtPkttype: XtMatch {
  static let name = "pkttype"
  /// `PACKET_*`
  let type: UInt32
  let isInverted: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(8) else { return nil }
    (type, isInverted) = (info.word(0), info.word(4) != 0)
  }

  func add(to options: inout XtOptions) {
    let name = Self.names[type] ?? "\(Int32(bitPattern: type))"
    options.add("--pkt-type", name, not: isInverted)
  }

  private static let names: [UInt32: String] = [
    0: "unicast", 1: "broadcast", 2: "multicast", 3: "otherhost",
  ]
}

extension XtPkttype {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    let known = packet.link.packetType ?? (packet.inInterface == nil ? 0 : nil)  // PACKET_HOST
    return Fit(known.map { (UInt32($0) == type) != isInverted }, doubt.what)
  }
}
