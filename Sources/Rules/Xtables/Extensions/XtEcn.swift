/// `xt_ecn`: the bits by which congestion is told, of IP and of TCP.
struct XtEcn: XtMatch {
  static let name = "ecn"
  /// `XT_ECN_OP_MATCH_*`
  let operation: UInt8
  let inverted: UInt8
  let ipECT: UInt8

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(4) else { return nil }
    (operation, inverted, ipECT) = (info.byte(0), info.byte(1), info.byte(2))
  }

  func add(to options: inout XtOptions) {
    if operation & 0x10 != 0 {  // XT_ECN_OP_MATCH_ECE
      options.add("--ecn-tcp-ece", not: inverted & 0x10 != 0)
    }
    if operation & 0x20 != 0 {  // XT_ECN_OP_MATCH_CWR
      options.add("--ecn-tcp-cwr", not: inverted & 0x20 != 0)
    }
    if operation & 1 != 0 {  // XT_ECN_OP_MATCH_IP
      options.add("--ecn-ip-ect", ipECT, not: inverted & 1 != 0)
    }
  }
}

extension XtEcn {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    ipFits(packet).and(flagFits(0x10, packet.tcpFlags.map { $0 & 0x40 != 0 }))
      .and(flagFits(0x20, packet.tcpFlags.map { $0 & 0x80 != 0 }))
  }

  private func ipFits(_ packet: Packet) -> Fit {
    guard operation & 1 != 0 else { return .yes }
    return Fit(
      packet.trafficClass.map { ($0 & 3 == ipECT) != (inverted & 1 != 0) }, "ecn")
  }

  /// A flag of TCP, by the bit that asks for it.
  private func flagFits(_ bit: UInt8, _ isSet: Bool?) -> Fit {
    guard operation & bit != 0 else { return .yes }
    return Fit(isSet.map { $0 != (inverted & bit != 0) }, "tcp flags")
  }
}
