/// When to look again for something that is heard of before all of it is in place: one look is not
/// enough, and the waits grow.
///
/// A look costs as much as the node is large, whatever it was for. So there are no more than 30 a second,
/// and where they take long so few that no more than a tenth of the time goes there.
struct RetrySchedule {
  /// When to look next; `nil` while there is no reason to.
  private(set) var due: ContinuousClock.Instant?
  private var attempts = 0
  private let waits: [Duration]
  /// The earliest that another look is worth it.
  private var rested = ContinuousClock.now

  private static let rest: Duration = .milliseconds(33)

  private init(_ waits: [Duration]) {
    self.waits = waits
  }

  /// For namespaces, which are heard of before everything that leads to them is there.
  static let forNamespaces = RetrySchedule([
    .zero, .milliseconds(10), .milliseconds(40), .milliseconds(200), .seconds(1),
  ])

  /// For the names of containers, which runtimes write down after their directories.
  static let forNames = RetrySchedule([.milliseconds(200), .seconds(1), .seconds(2)])

  /// There is a new reason to look.
  mutating func begin(at now: ContinuousClock.Instant = .now) {
    attempts = 0
    let first = max(now + waits[0], rested)
    due = due.map { min($0, first) } ?? first
  }

  /// One look is over, which began at `start`. Looks again, a while later, for as long as something is
  /// still missing.
  mutating func looked(
    isComplete: Bool, since start: ContinuousClock.Instant = .now,
    at now: ContinuousClock.Instant = .now
  ) {
    attempts += 1
    rested = now + max(Self.rest, (now - start) * 9)
    due = isComplete || attempts >= waits.count ? nil : max(now + waits[attempts], rested)
  }

  /// Whether the last look has been had: what is unexplained now stays so.
  var isLast: Bool { attempts + 1 >= waits.count }
}
