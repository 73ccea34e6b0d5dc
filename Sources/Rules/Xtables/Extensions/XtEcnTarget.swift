/// `ipt_ECN`: sets the bits by which congestion is told.
struct XtEcnTarget: XtTarget {
  static let name = "ECN"
  /// `IPT_ECN_OP_*`
  let operation: UInt8
  let ipECT: UInt8
  let ece: UInt8
  let cwr: UInt8

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(3) else { return nil }
    (operation, ipECT) = (info.byte(0), info.byte(1))
    (ece, cwr) = (info.byte(2) & 1, info.byte(2) >> 1 & 1)
  }

  func add(to options: inout XtOptions) {
    if operation == 0x30, ece == 0, cwr == 0 {  // IPT_ECN_OP_SET_ECE, IPT_ECN_OP_SET_CWR
      options.add("--ecn-tcp-remove")
      return
    }
    if operation & 0x10 != 0 { options.add("--ecn-tcp-ece", ece) }
    if operation & 0x20 != 0 { options.add("--ecn-tcp-cwr", cwr) }
    if operation & 1 != 0 { options.add("--ecn-ip-ect", ipECT) }  // IPT_ECN_OP_SET_IP
  }
}

extension XtEcnTarget {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    if operation & 1 != 0 { packet.trafficClass = packet.trafficClass.map { $0 & ~3 | ipECT & 3 } }
    if operation & 0x10 != 0 { packet.tcpFlags = packet.tcpFlags.map { $0 & ~0x40 | ece << 6 } }
    if operation & 0x20 != 0 { packet.tcpFlags = packet.tcpFlags.map { $0 & ~0x80 | cwr << 7 } }
    return .goOn
  }
}
