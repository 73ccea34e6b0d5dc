/// `xt_statistic`: some packets out of many.
struct XtStatistic: XtMatch {
  static let name = "statistic"
  let mode: Mode
  let isInverted: Bool

  enum Mode: Equatable, Sendable {
    /// In parts of 2³¹.
    case random(probability: UInt32)  // XT_STATISTIC_MODE_RANDOM
    /// One less than every how many, and at which to begin.
    case nth(every: UInt32, packet: UInt32)  // XT_STATISTIC_MODE_NTH
  }

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(24) else { return nil }
    switch info.half(0) {
    case 0: mode = .random(probability: info.word(4))
    case 1: mode = .nth(every: info.word(4), packet: info.word(8))
    default: return nil
    }
    isInverted = info.half(2) & 1 != 0  // XT_STATISTIC_INVERT
  }

  func add(to options: inout XtOptions) {
    switch mode {
    case .random(let probability):
      options.add("--mode", "random")
      options.add("--probability", decimal(probability), not: isInverted)
    case .nth(let every, let packet):
      options.add("--mode", "nth")
      options.add("--every", every &+ 1, not: isInverted)
      options.add("--packet", packet)
    }
  }

  /// With eleven digits after the point, of two equally near ones the even.
  private func decimal(_ probability: UInt32) -> String {
    let one: UInt128 = 100_000_000_000
    let (parts, rest) = (UInt128(probability) * one).quotientAndRemainder(dividingBy: 1 << 31)
    let half: UInt128 = 1 << 30
    let rounded = parts + (rest > half || rest == half && parts & 1 == 1 ? 1 : 0)
    return "\(rounded / one).\(zeroPadded("\(rounded % one)", 11))"
  }
}

extension XtStatistic {
  func fits(_ packet: Packet, _ place: PacketPlace) -> Fit {
    if case .random(probability: 0) = mode { return Fit(isInverted) }
    if case .random(probability: 0x8000_0000...) = mode { return Fit(!isInverted) }
    if case .nth(every: 0, _) = mode { return Fit(!isInverted) }
    return .cannotTell(Doubt(doubt.what, isChance: true))
  }
}
