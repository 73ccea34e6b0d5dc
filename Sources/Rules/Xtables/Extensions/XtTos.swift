/// `xt_dscp`'s `tos`: the byte of a packet's type of service.
struct XtTos: XtMatch {
  static let name = "tos"
  let value: UInt8
  /// `nil` in the first revision, which compares the whole byte.
  let mask: UInt8?
  let isInverted: Bool

  init?(_ info: XtInfo) {
    switch info.revision {
    case 0 where info.isSized(2):
      (value, mask, isInverted) = (info.byte(0), nil, info.byte(1) != 0)
    case 1 where info.isSized(3):  // struct xt_tos_match_info
      (value, mask, isInverted) = (info.byte(1), info.byte(0), info.byte(2) != 0)
    default: return nil
    }
  }

  func add(to options: inout XtOptions) {
    let bits = mask.map { "/" + hex($0, digits: 2) } ?? ""
    options.add("--tos", hex(value, digits: 2) + bits, not: isInverted)
  }
}

extension XtTos {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    Fit(packet.trafficClass.map { ($0 & (mask ?? 0xff) == value) != isInverted }, "tos")
  }
}
