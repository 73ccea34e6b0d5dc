/// `xt_DSCP`'s `TOS`: sets bits of the byte of a packet's type of service.
struct XtTosTarget: XtTarget {
  static let name = "TOS"
  let value: UInt8
  /// `nil` in the first revision, which sets the whole byte.
  let mask: UInt8?

  init?(_ info: XtInfo) {
    switch info.revision {
    case 0 where info.isSized(1): (value, mask) = (info.byte(0), nil)
    case 1 where info.isSized(2): (value, mask) = (info.byte(0), info.byte(1))
    default: return nil
    }
  }

  func add(to options: inout XtOptions) {
    let bits = mask.map { "/" + hex($0, digits: 2) } ?? ""
    options.add("--set-tos", hex(value, digits: 2) + bits)
  }
}

extension XtTosTarget {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    packet.trafficClass = packet.trafficClass.map { $0 & ~(mask ?? 0xff) ^ value }
    return .goOn
  }
}
