/// `xt_IDLETIMER`: a timer that says when no packet came for a while.
struct XtIdletimer: XtPassingTarget {
  static let name = "IDLETIMER"
  /// Seconds.
  let timeout: UInt32
  let label: String
  /// Goes on while the machine sleeps.
  let isAlarm: Bool

  init?(_ info: XtInfo) {
    switch info.revision {
    case 0 where info.isSized(40): isAlarm = false
    case 1 where info.isSized(48): isAlarm = info.byte(33) == 1  // XT_IDLETIMER_ALARM
    default: return nil
    }
    (timeout, label) = (info.word(0), info.text(4..<32))
  }

  func add(to options: inout XtOptions) {
    options.add("--timeout", timeout)
    options.add("--label", label)
    if isAlarm { options.add("--alarm") }
  }
}
