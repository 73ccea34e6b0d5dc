/// `xt_DSCP`: sets the six bits that say how urgent a packet is.
struct XtDscpTarget: XtTarget {
  static let name = "DSCP"
  let dscp: UInt8

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(1) else { return nil }
    dscp = info.byte(0)
  }

  func add(to options: inout XtOptions) {
    options.add("--set-dscp", hex(dscp, digits: 2))
  }
}

extension XtDscpTarget {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    packet.trafficClass = packet.trafficClass.map { $0 & 3 | dscp << 2 }
    return .goOn
  }
}
