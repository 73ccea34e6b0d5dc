import Netlink

/// `xt_limit`: so many packets in a time.
extension XtExtension {
  /// `struct xt_rateinfo`: the time between two packets in 1/10 000 s, and how many may come at once.
  var limit: String {
    let period = word(0)
    let burst = word(4)
    let units: [(UInt32, String)] = [
      (864_000_000, "day"), (36_000_000, "hour"), (600_000, "min"), (10_000, "sec"),
    ]
    guard period > 0 else { return "-m limit" }
    var unit = units[0]
    for smaller in units.dropFirst() {
      if period > smaller.0 || smaller.0 / period < smaller.0 % period { break }
      unit = smaller
    }
    let tail = burst == 5 ? "" : " --limit-burst \(burst)"
    return "-m limit --limit \(unit.0 / period)/\(unit.1)\(tail)"
  }
}
