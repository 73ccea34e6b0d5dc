/// `ipt_icmp`: the type and code of an ICMP message.
struct XtIcmp: XtMatch {
  static let name = "icmp"
  /// 255 for any.
  let type: UInt8
  let codes: XtRange<UInt8>
  let isInverted: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(4) else { return nil }
    type = info.byte(0)
    codes = XtRange(low: info.byte(1), high: info.byte(2))
    isInverted = info.byte(3) & 1 != 0  // IPT_ICMP_INV
  }

  func add(to options: inout XtOptions) {
    let code = codes.isAny ? "" : "/\(codes.low)"
    options.add("--icmp-type", type == 255 ? "any" : "\(type)\(code)", not: isInverted)
  }
}

extension XtIcmp {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    let isOfType = type == 255 ? .yes : Fit(packet.icmp.type.map { $0 == type }, "icmp type")
    let fit = isOfType.and(type == 255 ? .yes : codes.fits(packet.icmp.code, "icmp code"))
    return packet.isFirstFragment.and(isInverted ? !fit : fit)
  }
}
