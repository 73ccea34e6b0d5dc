/// `xt_helper`: the conntrack helper that expected a packet's connection.
struct XtHelper: XtMatch {
  static let name = "helper"
  let helper: String
  let isInverted: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(36) else { return nil }
    (helper, isInverted) = (info.text(4..<34), info.word(0) != 0)
  }

  func add(to options: inout XtOptions) {
    options.add("--helper", saved(helper), not: isInverted)
  }
}

extension XtHelper {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    switch packet.tracking {
    case .none, .untracked: Fit(isInverted)
    case .unknown, .connection: .cannotTell(doubt)
    }
  }
}
