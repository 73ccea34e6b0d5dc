/// `ipt_icmp`: the type and code of an ICMP message.
struct XtIcmp: XtMatch {
  static let name = "icmp"
  let message: XtICMPMessage

  init?(_ info: XtInfo) {
    guard let message = XtICMPMessage(info, anyType: 255) else { return nil }
    self.message = message
  }

  func add(to options: inout XtOptions) { message.add("--icmp-type", to: &options) }
}

/// `struct ipt_icmp` and `ip6t_icmp`: the type and codes of a message.
struct XtICMPMessage: Equatable, Sendable {
  /// `nil` for any.
  let type: UInt8?
  let codes: XtRange<UInt8>
  let isInverted: Bool

  init?(_ info: XtInfo, anyType: UInt8? = nil) {
    guard info.revision == 0, info.isSized(4) else { return nil }
    type = info.byte(0) == anyType ? nil : info.byte(0)
    codes = XtRange(low: info.byte(1), high: info.byte(2))
    isInverted = info.byte(3) & 1 != 0  // IPT_ICMP_INV, IP6T_ICMP_INV
  }

  func add(_ name: String, to options: inout XtOptions) {
    let code = codes.isAny ? "" : "/\(codes.low)"
    options.add(name, type.map { "\($0)\(code)" } ?? "any", not: isInverted)
  }
}

extension XtIcmp {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit { message.fits(packet) }
}

extension XtICMPMessage {
  func fits(_ packet: Packet) -> Fit {
    let fit = type.map { wanted in
      Fit(packet.icmp.type.map { $0 == wanted }, "icmp type")
        .and(codes.fits(packet.icmp.code, "icmp code"))
    }
    return packet.isFirstFragment.and(isInverted ? !(fit ?? .yes) : fit ?? .yes)
  }
}
