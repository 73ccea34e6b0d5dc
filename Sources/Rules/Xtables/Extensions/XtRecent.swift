import Addressing

/// `xt_recent`: whether an address is in a list of those seen of late; also puts it there.
struct XtRecent: XtOpaqueMatch {
  static let name = "recent"
  /// 0 for any, as is `hitCount`.
  let seconds: UInt32
  let hitCount: UInt32
  let flags: UInt8
  let isInverted: Bool
  let list: String
  let ofDestination: Bool
  let mask: IPAddress?

  init?(_ info: XtInfo) {
    switch info.revision {
    case 0 where info.isSized(212): mask = nil  // struct xt_recent_mtinfo
    case 1 where info.isSized(228): mask = info.address(212)  // struct xt_recent_mtinfo_v1
    default: return nil
    }
    (seconds, hitCount) = (info.word(0), info.word(4))
    (flags, isInverted) = (info.byte(8), info.byte(9) != 0)
    (list, ofDestination) = (info.text(10..<210), info.byte(210) == 1)  // XT_RECENT_DEST
  }

  func add(to options: inout XtOptions) {
    let acts = names(
      UInt32(flags), [(2, "--set"), (1, "--rcheck"), (4, "--update"), (8, "--remove")],
      separator: " ")  // XT_RECENT_SET, …_CHECK, …_UPDATE, …_REMOVE
    options.add(acts, not: isInverted)
    if seconds != 0 { options.add("--seconds", Int32(bitPattern: seconds)) }
    if flags & 32 != 0 { options.add("--reap") }  // XT_RECENT_REAP
    if hitCount != 0 { options.add("--hitcount", Int32(bitPattern: hitCount)) }
    if flags & 16 != 0 { options.add("--rttl") }  // XT_RECENT_TTL
    options.add("--name", list)
    if let mask { options.add("--mask", "\(mask)") }
    options.add(ofDestination ? "--rdest" : "--rsource")
  }
}
