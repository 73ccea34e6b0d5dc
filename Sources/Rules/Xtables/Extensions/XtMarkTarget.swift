/// `xt_MARK`: sets bits of a packet's mark.
struct XtMarkTarget: XtTarget {
  static let name = "MARK"
  /// Turned round after the bits of the mask are cleared.
  let mark: UInt32
  let mask: UInt32

  init?(_ info: XtInfo) {
    guard info.revision == 2, info.isSized(8) else { return nil }  // struct xt_mark_tginfo2
    (mark, mask) = (info.word(0), info.word(4))
  }

  func add(to options: inout XtOptions) {
    options.add("--set-xmark", "\(hex(mark))/\(hex(mask))")
  }
}

extension XtMarkTarget {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    packet.mark = mask == .max ? mark : packet.mark.map { $0 & ~mask ^ mark }
    return .goOn
  }
}
