/// `xt_dscp`: the six bits that say how urgent a packet is.
struct XtDscp: XtMatch {
  static let name = "dscp"
  let dscp: UInt8
  let isInverted: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(2) else { return nil }
    (dscp, isInverted) = (info.byte(0), info.byte(1) != 0)
  }

  func add(to options: inout XtOptions) {
    options.add("--dscp", hex(dscp, digits: 2), not: isInverted)
  }
}

extension XtDscp {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    Fit(packet.trafficClass.map { ($0 >> 2 == dscp) != isInverted }, "dscp")
  }
}
