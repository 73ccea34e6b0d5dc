/// `xt_rateest`: a rate that the target RATEEST estimates, compared with another.
struct XtRateest: XtOpaqueMatch {
  static let name = "rateest"
  let first: String
  let second: String
  /// `XT_RATEEST_MATCH_*`
  let flags: UInt16
  let mode: UInt16
  /// Bytes in a second.
  let bytes: (UInt32, UInt32)
  /// Packets in a second.
  let packets: (UInt32, UInt32)

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(72), Self.modes[info.half(34)] != nil else {
      return nil
    }
    (first, second) = (info.text(0..<16), info.text(16..<32))
    (flags, mode) = (info.half(32), info.half(34))
    bytes = (info.word(36), info.word(44))
    packets = (info.word(40), info.word(48))
  }

  func add(to options: inout XtOptions) {
    let isRelative = flags & 4 != 0  // XT_RATEEST_MATCH_REL
    if isDelta { options.add("--rateest-delta") }
    options.add(isRelative ? "--rateest1" : "--rateest", first)
    if flags & 16 != 0 {  // XT_RATEEST_MATCH_BPS
      addRate("bps", bits(bytes.0), bits(bytes.1), to: &options)
    }
    if flags & 32 != 0 {  // XT_RATEEST_MATCH_PPS
      addRate("pps", "\(packets.0)", "\(packets.1)", to: &options)
    }
    if isRelative { options.add("--rateest2", second) }
  }

  /// Compared with what the rate was at first.
  private var isDelta: Bool { flags & 8 != 0 }  // XT_RATEEST_MATCH_DELTA

  private func addRate(
    _ unit: String, _ first: String, _ second: String, to options: inout XtOptions
  ) {
    if isDelta { options.add("--rateest-\(unit)1", first) }
    options.add("--rateest-\(Self.modes[mode] ?? "")", not: flags & 1 != 0)
    options.add(isDelta ? "--rateest-\(unit)2" : "--rateest-\(unit)")
    if isDelta || flags & 2 != 0 { options.add(second) }  // XT_RATEEST_MATCH_ABS
  }

  private func bits(_ bytes: UInt32) -> String {
    let bits = Double(bytes) * 8
    if bits >= 1e9 { return "\(Int64((bits / 1e6).rounded(.toNearestOrEven)))Mbit" }
    if bits >= 1e6 { return "\(Int64((bits / 1e3).rounded(.toNearestOrEven)))Kbit" }
    return "\(Int64(bits))bit"
  }

  /// `XT_RATEEST_MATCH_EQ`, `…_LT`, `…_GT`
  private static let modes: [UInt16: String] = [1: "eq", 2: "lt", 3: "gt"]
}
