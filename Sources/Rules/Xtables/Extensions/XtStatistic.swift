import Netlink

/// `xt_statistic`: some packets out of many.
extension XtExtension {
  /// `struct xt_statistic_info`: a probability of 31 bits, or every nth packet.
  var statistic: String {
    let sign = not(info[2] & 1 != 0)
    guard half(0) == 0 else {
      let every = UInt64(word(4)) + 1
      return "-m statistic --mode nth \(sign)--every \(every) --packet \(word(8))"
    }
    let one: UInt128 = 100_000_000_000
    let parts = (UInt128(word(4)) * one + (1 << 30)) >> 31
    let digits = "\(parts % one)"
    let fraction = String(repeating: "0", count: 11 - digits.count) + digits
    return "-m statistic --mode random \(sign)--probability \(parts / one).\(fraction)"
  }
}
