/// `ip6t_icmp6`: the type and code of an ICMPv6 message.
struct XtIcmp6: XtMatch {
  static let name = "icmp6"
  let type: UInt8
  let codes: XtRange<UInt8>
  let isInverted: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(4) else { return nil }
    type = info.byte(0)
    codes = XtRange(low: info.byte(1), high: info.byte(2))
    isInverted = info.byte(3) & 1 != 0  // IP6T_ICMP_INV
  }

  func add(to options: inout XtOptions) {
    let code = codes.isAny ? "" : "/\(codes.low)"
    options.add("--icmpv6-type", "\(type)\(code)", not: isInverted)
  }
}

extension XtIcmp6 {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    let fit = Fit(packet.icmp.type.map { $0 == type }, "icmp type")
      .and(codes.fits(packet.icmp.code, "icmp code"))
    return packet.isFirstFragment.and(isInverted ? !fit : fit)
  }
}
