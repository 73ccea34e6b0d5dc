/// `xt_mark`: the mark of a packet.
struct XtMark: XtMatch {
  static let name = "mark"
  let mark: XtMasked

  init?(_ info: XtInfo) {
    guard info.revision == 1, info.isSized(12) else { return nil }  // struct xt_mark_mtinfo1
    mark = XtMasked(value: info.word(0), mask: info.word(4), isInverted: info.byte(8) != 0)
  }

  func add(to options: inout XtOptions) {
    options.add("--mark", mark)
  }
}

extension XtMark {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit { mark.fits(packet.mark, "mark") }
}
