/// `xt_connmark`: the mark of a packet's connection.
struct XtConnmark: XtMatch {
  static let name = "connmark"
  let mark: XtMasked

  init?(_ info: XtInfo) {
    guard info.revision == 1, info.isSized(12) else { return nil }  // struct xt_connmark_mtinfo1
    mark = XtMasked(value: info.word(0), mask: info.word(4), isInverted: info.byte(8) != 0)
  }

  func add(to options: inout XtOptions) {
    options.add("--mark", mark)
  }
}

extension XtConnmark {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    switch packet.tracking {
    case .none, .untracked: .no
    case .unknown: .cannotTell(doubt)
    case .connection(let connection): mark.fits(connection.mark, doubt.what)
    }
  }
}
