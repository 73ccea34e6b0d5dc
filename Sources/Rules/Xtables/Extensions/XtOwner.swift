/// `xt_owner`: who made the socket that a packet is of.
struct XtOwner: XtMatch {
  static let name = "owner"
  let uids: XtRange<UInt32>?
  let gids: XtRange<UInt32>?
  let socketExists: Bool?
  /// Other groups of the socket's maker count as well.
  let supplementaryGroups: Bool?

  init?(_ info: XtInfo) {
    guard info.revision == 1, info.isSized(20) else { return nil }
    let (matched, inverted) = (info.byte(16), info.byte(17))
    uids = matched & 1 != 0 ? info.words(0, not: inverted & 1 != 0) : nil  // XT_OWNER_UID
    gids = matched & 2 != 0 ? info.words(8, not: inverted & 2 != 0) : nil  // XT_OWNER_GID
    socketExists = matched & 4 != 0 ? inverted & 4 == 0 : nil  // XT_OWNER_SOCKET
    supplementaryGroups = matched & 8 != 0 ? inverted & 8 == 0 : nil  // XT_OWNER_SUPPL_GROUPS
  }

  func add(to options: inout XtOptions) {
    if let socketExists { options.add("--socket-exists", not: !socketExists) }
    if let uids { options.add("--uid-owner", text(uids), not: uids.isInverted) }
    if let gids { options.add("--gid-owner", text(gids), not: gids.isInverted) }
    if let supplementaryGroups { options.add("--suppl-groups", not: !supplementaryGroups) }
  }

  private func text(_ ids: XtRange<UInt32>) -> String {
    ids.low == ids.high ? "\(ids.low)" : "\(ids.low)-\(ids.high)"
  }
}

extension XtOwner {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    switch packet.socket {
    case .unknown: return .cannotTell(doubt)
    case .none:  // then it is nobody's, which fits what must not be so
      return Fit(
        uids?.isInverted != false && gids?.isInverted != false && socketExists != true
          && supplementaryGroups != true)
    case .of(let user, let group):
      guard socketExists != false else { return .no }
      let isOfUser = uids.map { Fit($0.contains(user)) } ?? .yes
      return isOfUser.and(isOf(group))
    }
  }

  /// Other groups of the user are not known.
  private func isOf(_ group: UInt32) -> Fit {
    guard let gids else { return .yes }
    if supplementaryGroups == true, gids.contains(group) == gids.isInverted {
      return .cannotTell(doubt)
    }
    return Fit(gids.contains(group))
  }
}
