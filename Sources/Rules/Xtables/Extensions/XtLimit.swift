/// `xt_limit`: so many packets in a time.
struct XtLimit: XtMatch {
  static let name = "limit"
  /// The time between two packets, in 1/10 000 s (`XT_LIMIT_SCALE`).
  let period: UInt32
  /// How many may come at once.
  let burst: UInt32

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(40) else { return nil }  // struct xt_rateinfo
    (period, burst) = (info.word(0), info.word(4))
  }

  func add(to options: inout XtOptions) {
    options.add("--limit", XtRate(period: UInt64(period), scale: 10_000).text)
    if burst != 5 { options.add("--limit-burst", burst) }
  }
}

/// How often, by the time between two.
struct XtRate {
  let period: UInt64
  /// So many periods of 1 are a second.
  let scale: UInt64

  /// `5/min`; `inf` for a period of 0.
  var text: String {
    guard period > 0 else { return "inf" }
    return "\(unit.length / period)/\(unit.name)"
  }

  /// In milliseconds, what it counts by; 0 for a period of 0.
  var unitMilliseconds: UInt64 { period > 0 ? unit.length / scale * 1000 : 0 }

  /// The longest in which there is about a whole number.
  private var unit: (length: UInt64, name: String) {
    let units =
      [(86_400, "day"), (3600, "hour"), (60, "min"), (1, "sec")]
      .map { ($0.0 * scale, $0.1) } as [(UInt64, String)]
    var unit = units[0]
    for smaller in units.dropFirst() {
      if period > smaller.0 || smaller.0 / period < smaller.0 % period { break }
      unit = smaller
    }
    return unit
  }
}

extension XtLimit {
  /// It depends on what came before.
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    .cannotTell(Doubt(doubt.what, isChance: true))
  }
}
