import Screens

/// When to show what has changed, when to put it in words, and when to count.
///
/// A view follows at once, but not 30 times a second. Words wait until it is quiet for a moment, so
/// that all that an ADD does is one line; they wait no longer than a person would notice.
struct RefreshSchedule {
  private var nextView = ContinuousClock.now
  private var isViewWanted = false
  private var firstUnreported: ContinuousClock.Instant?
  private var lastHeard = ContinuousClock.now

  private var nextCount = ContinuousClock.now
  private var lastCount = ContinuousClock.now - Self.shortestCount
  private var counted = Interest()

  private static let countInterval: Duration = .seconds(1)
  private static let shortestCount: Duration = .milliseconds(250)
  private static let viewInterval: Duration = .milliseconds(33)
  private static let quiet: Duration = .milliseconds(30)
  private static let patience: Duration = .milliseconds(70)

  mutating func heard() {
    lastHeard = .now
    isViewWanted = true
    firstUnreported = firstUnreported ?? lastHeard
  }

  mutating func viewed() {
    isViewWanted = false
    nextView = .now + Self.viewInterval
  }

  mutating func reported() {
    firstUnreported = nil
  }

  var isViewDue: Bool { isViewWanted && nextView <= .now }

  var isReportDue: Bool { !isViewWanted && reportDue.map { $0 <= .now } ?? false }

  /// Counts each second; the first time soon, but not once per key of somebody who scrolls.
  mutating func look(at interest: Interest) {
    if !interest.interfaces.isSubset(of: counted.interfaces)
      || !interest.chains.isSubset(of: counted.chains)
    {
      nextCount = min(nextCount, lastCount + Self.shortestCount)
    }
    counted = interest
  }

  mutating func didCount() {
    lastCount = .now
    nextCount = lastCount + Self.countInterval
  }

  var isCountDue: Bool { counted != Interest() && nextCount <= .now }

  /// When something is due next.
  var due: ContinuousClock.Instant {
    let never = ContinuousClock.now + .seconds(3600)
    return min(
      isViewWanted ? nextView : never, reportDue ?? never, counted == Interest() ? never : nextCount
    )
  }

  private var reportDue: ContinuousClock.Instant? {
    firstUnreported.map { min(lastHeard + Self.quiet, $0 + Self.patience) }
  }
}
