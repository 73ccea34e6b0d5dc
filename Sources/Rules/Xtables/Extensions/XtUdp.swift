/// `xt_tcpudp`'s `udp`: ports of UDP.
struct XtUdp: XtMatch {
  static let name = "udp"
  let sourcePorts: XtRange<UInt16>
  let destinationPorts: XtRange<UInt16>

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(10) else { return nil }  // struct xt_udp
    let inverted = info.byte(8)
    sourcePorts = info.ports(0, not: inverted & 1 != 0)  // XT_UDP_INV_SRCPT
    destinationPorts = info.ports(4, not: inverted & 2 != 0)  // XT_UDP_INV_DSTPT
  }

  func addClauses(to clauses: inout [Clause]) {
    clauses.append(Clause(.other, "-m udp"))
    clauses.addPorts(
      sourcePorts.isAny ? nil : sourcePorts, destinationPorts.isAny ? nil : destinationPorts)
  }

  /// Its ports are clauses of their own.
  func add(to options: inout XtOptions) {}
}

extension XtUdp {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    packet.isFirstFragment
      .and(sourcePorts.fits(packet.sourcePort, "source port"))
      .and(destinationPorts.fits(packet.destinationPort, "destination port"))
  }
}
