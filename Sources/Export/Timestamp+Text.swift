public import Topology

extension Timestamp {
  /// `2026-11-23T14:02:11.000000000Z` (RFC 3339), always with nine digits after the second.
  public var rfc3339: String {
    let (year, month, day) = Self.date(daysSince1970: nanoseconds.floored(by: 86_400_000_000_000))
    let fraction = nanoseconds.remainder(of: 1_000_000_000)
    return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
      + "T\(timeOfDay(offset: 0)).\(fraction.padded(9))Z"
  }

  /// Reads what ``rfc3339`` writes, and no other form. `nil` too for what is no day or time, or beyond the
  /// years 1677 to 2262.
  public init?(rfc3339 text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 30 else { return nil }
    func number(_ places: Range<Int>) -> Int64 {
      digits[places].reduce(0) { $0 * 10 + (Int64($1) - 0x30) }
    }
    let days = Self.daysSince1970(
      year: number(0..<4), month: number(5..<7), day: number(8..<10))
    let seconds =
      days * 86_400 + number(11..<13) * 3600 + number(14..<16) * 60 + number(17..<19)
    // What is too large wraps round, and is another time.
    self.init(nanoseconds: seconds &* 1_000_000_000 &+ number(20..<29))
    guard rfc3339 == text else { return nil }
  }

  /// `14:02:11`, on a clock that is `offset` seconds ahead of UTC.
  public func timeOfDay(offset: Int) -> String {
    let moment = nanoseconds.floored(by: 1_000_000_000) + Int64(offset)
    let second = moment.remainder(of: 86_400)
    return "\((second / 3600).padded(2)):\((second / 60 % 60).padded(2)):\((second % 60).padded(2))"
  }

  /// The other way round.
  private static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.floored(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Counts in eras of 400 years that begin in March, so that a leap day ends a year.
  private static func date(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = shifted.floored(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }
}

extension Int64 {
  /// The quotient, rounded down also where it is negative.
  fileprivate func floored(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// What ``floored(by:)`` leaves, never negative.
  fileprivate func remainder(of divisor: Int64) -> Int64 {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  fileprivate func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(width - digits.utf8.count, 0)) + digits
  }
}
