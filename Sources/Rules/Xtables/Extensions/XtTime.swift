/// `xt_time`: when a packet comes.
struct XtTime: XtOpaqueMatch {
  static let name = "time"
  /// Seconds since 1970.
  let dateStart: UInt32
  let dateStop: UInt32
  /// Seconds since midnight.
  let dayStart: UInt32
  let dayStop: UInt32
  /// A bit for each day, from bit 1.
  let monthDays: UInt32
  /// A bit for each day, from bit 1 for Monday.
  let weekDays: UInt8
  let isKernelZone: Bool
  /// Times that end before they begin go on past midnight.
  let isContiguous: Bool

  init?(_ info: XtInfo) {
    guard info.revision == 0, info.isSized(24) else { return nil }
    (dateStart, dateStop) = (info.word(0), info.word(4))
    (dayStart, dayStop) = (info.word(8), info.word(12))
    (monthDays, weekDays) = (info.word(16), info.byte(20))
    isKernelZone = info.byte(21) & 1 != 0  // XT_TIME_LOCAL_TZ
    isContiguous = info.byte(21) & 2 != 0  // XT_TIME_CONTIGUOUS
  }

  func add(to options: inout XtOptions) {
    if dayStart != 0 || dayStop != 86_399 {  // XT_TIME_MIN_DAYTIME, XT_TIME_MAX_DAYTIME
      options.add("--timestart", clock(dayStart))
      options.add("--timestop", clock(dayStop))
    }
    if monthDays != 0xffff_fffe {  // XT_TIME_ALL_MONTHDAYS
      let days = (1...31).filter { monthDays & 1 << UInt32($0) != 0 }.map { "\($0)" }
      options.add("--monthdays", days.joined(separator: ","))
    }
    if weekDays != 0xfe {  // XT_TIME_ALL_WEEKDAYS
      let days = (1...7).filter { weekDays & 1 << UInt8($0) != 0 }.map { Self.days[$0 - 1] }
      options.add("--weekdays", days.joined(separator: ","))
    }
    if dateStart != 0 { options.add("--datestart", date(dateStart)) }
    // Where no end is told, iptables sets the last that fits 31 bits, and says so.
    if dateStop != 0 { options.add("--datestop", date(dateStop)) }
    if isKernelZone { options.add("--kerneltz") }
    if isContiguous { options.add("--contiguous") }
  }

  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private func clock(_ seconds: UInt32) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { zeroPadded("\($0)", 2) }
      .joined(separator: ":")
  }

  /// `2026-02-28T23:59:59`, by the civil calendar: years that begin in March have their leap day last.
  private func date(_ seconds: UInt32) -> String {
    let days = Int(seconds / 86_400) + 719_468  // since 0000-03-01
    let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)  // 400 years
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153  // from March
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = era * 400 + yearOfEra + (month >= 10 ? 1 : 0)
    let parts =
      [zeroPadded("\(year)", 4)]
      + [month < 10 ? month + 3 : month - 9, day].map {
        zeroPadded("\($0)", 2)
      }
    return parts.joined(separator: "-") + "T" + clock(seconds % 86_400)
  }
}
