import Netlink

/// Times of day and dates, as the node's own clock has them.
extension ValueText {
  /// Seconds since midnight in UTC.
  func hourText(_ value: Value) -> String {
    let day = 86400
    let seconds = Int(truncatingIfNeeded: value.number % UInt128(day)) + names.secondsFromUTC
    let local = (seconds % day + day) % day
    let tail = local % 60 > 0 ? ":" + twoDigits(local % 60) : ""
    return "\"\(twoDigits(local / 3600)):\(twoDigits(local / 60 % 60))\(tail)\""
  }

  /// Nanoseconds since 1970.
  func dateText(_ value: Value) -> String {
    let seconds = Int(UInt64(truncatingIfNeeded: value.number) / 1_000_000_000)
    let local = max(0, seconds + names.secondsFromUTC)
    let time = local % 86400
    let clock = [time / 3600, time / 60 % 60, time % 60].map(twoDigits).joined(separator: ":")
    return "\"\(day(local / 86400)) \(clock)\""
  }

  /// The Gregorian date of a day counted from 1970: eras of 400 years begin on the first of March.
  private func day(_ sinceEpoch: Int) -> String {
    let shifted = sinceEpoch + 719_468  // days from 0000-03-01
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
