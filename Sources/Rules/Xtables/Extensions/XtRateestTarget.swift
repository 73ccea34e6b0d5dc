/// `xt_RATEEST`: estimates the rate of packets, for the match `rateest`.
struct XtRateestTarget: XtPassingTarget {
  static let name = "RATEEST"
  let estimator: String
  /// The power of 2, in quarters of a second, less 2.
  let interval: Int8
  /// How many intervals are averaged, as a power of 2.
  let averageLog: UInt8

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(32) else { return nil }
    estimator = info.text(0..<16)
    (interval, averageLog) = (Int8(bitPattern: info.byte(16)), info.byte(17))
  }

  func add(to options: inout XtOptions) {
    let microseconds = 1_000_000 << UInt32(truncatingIfNeeded: Int(interval) + 2) / 4 as UInt32
    options.add("--rateest-name", estimator)
    options.add("--rateest-interval", time(microseconds))
    options.add("--rateest-ewmalog", time(microseconds &<< UInt32(averageLog)))
  }

  private func time(_ microseconds: UInt32) -> String {
    if microseconds >= 1_000_000 { return tenths(microseconds, of: 1_000_000) + "s" }
    if microseconds >= 1000 { return tenths(microseconds, of: 1000) + "ms" }
    return "\(microseconds)us"
  }

  /// With one digit after the point, of two equally near ones the even.
  private func tenths(_ number: UInt32, of unit: UInt32) -> String {
    let tenths = Int64((Double(number) * 10 / Double(unit)).rounded(.toNearestOrEven))
    return "\(tenths / 10).\(tenths % 10)"
  }
}
