/// `xt_CT`: how conntrack treats a packet's connection, or that it does not.
struct XtCT: XtTarget {
  static let name = "CT"
  let flags: Flags
  let zone: UInt16
  /// A bit for each of `IPCT_*`.
  let events: UInt32
  /// A bit for each of `IPEXP_*`.
  let expectEvents: UInt32
  let helper: String
  let timeout: String

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16
    static let notrack = Self(rawValue: 1)  // XT_CT_NOTRACK
    /// It was made as `-j NOTRACK`.
    static let alias = Self(rawValue: 2)  // XT_CT_NOTRACK_ALIAS
    static let original = Self(rawValue: 4)  // XT_CT_ZONE_DIR_ORIG
    static let reply = Self(rawValue: 8)  // XT_CT_ZONE_DIR_REPL
    static let zoneFromMark = Self(rawValue: 16)  // XT_CT_ZONE_MARK
  }

  init?(_ info: XtInfo) {
    switch info.revision {
    case 0 where info.isSized(40): timeout = ""  // struct xt_ct_target_info
    case 1...2 where info.isSized(72): timeout = info.text(28..<60)  // …_v1
    default: return nil
    }
    (flags, zone) = (Flags(rawValue: info.half(0)), info.half(2))
    (events, expectEvents) = (info.word(4), info.word(8))
    helper = info.text(12..<28)
  }

  var savedName: String { flags.contains(.alias) ? "NOTRACK" : Self.name }

  func add(to options: inout XtOptions) {
    guard !flags.contains(.alias) else { return }
    if flags.contains(.notrack) { options.add("--notrack") }
    if !helper.isEmpty { options.add("--helper", helper) }
    if !timeout.isEmpty { options.add("--timeout", timeout) }
    if events != 0 { options.add("--ctevents", names(events, Self.eventNames)) }
    if expectEvents != 0 { options.add("--expevents", names(expectEvents, [(1, "new")])) }
    guard zone != 0 || flags.contains(.zoneFromMark) else { return }
    options.add(zoneOption, flags.contains(.zoneFromMark) ? "mark" : "\(zone)")
  }

  private var zoneOption: String {
    switch flags.intersection([.original, .reply]) {
    case .original: "--zone-orig"
    case .reply: "--zone-reply"
    default: "--zone"
    }
  }

  /// `IPCT_*`
  private static let eventNames: [(UInt32, String)] = [
    "new", "related", "destroy", "reply", "assured", "protoinfo", "helper", "mark",
    "natseqinfo", "secmark",
  ].enumerated().map { (1 << UInt32($0.offset), $0.element) }
}

extension XtCT {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect {
    if flags.contains(.notrack), case .none = packet.tracking { packet.tracking = .untracked }
    return .goOn
  }
}
