/// `xt_state`: whether a packet's connection is new, and the like.
struct XtState: XtMatch {
  static let name = "state"
  let states: XtStates

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(4) else { return nil }
    states = XtStates(rawValue: UInt16(truncatingIfNeeded: info.word(0)))
  }

  func add(to options: inout XtOptions) {
    options.add("--state", states.text)
  }
}

/// `XT_CONNTRACK_STATE_*`: states of a connection.
struct XtStates: OptionSet, Sendable {
  let rawValue: UInt16
  static let invalid = Self(rawValue: 1)  // XT_CONNTRACK_STATE_INVALID
  static let established = Self(rawValue: 2)  // IP_CT_ESTABLISHED
  static let related = Self(rawValue: 4)  // IP_CT_RELATED
  static let new = Self(rawValue: 8)  // IP_CT_NEW
  static let snat = Self(rawValue: 64)  // XT_CONNTRACK_STATE_SNAT
  static let dnat = Self(rawValue: 128)  // XT_CONNTRACK_STATE_DNAT
  static let untracked = Self(rawValue: 256)  // XT_CONNTRACK_STATE_UNTRACKED

  /// `RELATED,ESTABLISHED`
  var text: String {
    switch self {
    case [.related, .established]: "RELATED,ESTABLISHED"
    default: names(UInt32(rawValue), Self.stateNames)
    }
  }

  private static let stateNames: [(UInt32, String)] = [
    (1, "INVALID"), (8, "NEW"), (4, "RELATED"), (2, "ESTABLISHED"), (256, "UNTRACKED"),
    (64, "SNAT"), (128, "DNAT"),
  ]
}

extension XtState {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    Fit(XtStates(packet.tracking).map { !states.isDisjoint(with: $0) }, "state")
  }
}

extension XtStates {
  /// The state of a packet's connection, without what NAT made of it; `nil` where it is not known.
  init?(_ tracking: Tracking) {
    switch tracking {
    case .none: self = .invalid
    case .untracked: self = .untracked
    case .unknown: return nil
    case .connection(let connection): self.init(rawValue: UInt16(connection.state.rawValue))
    }
  }
}
