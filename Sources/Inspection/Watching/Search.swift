/// When to look again for something that is heard of before all of it is in place: one look is not
/// enough, and the waits grow.
struct Search {
  /// When to look next; `nil` while there is no reason to.
  private(set) var due: ContinuousClock.Instant?
  private var attempts = 0
  private let waits: [Duration]

  private init(_ waits: [Duration]) {
    self.waits = waits
  }

  /// For namespaces, which are heard of before everything that leads to them is there.
  static let forNamespaces = Search([
    .zero, .milliseconds(10), .milliseconds(40), .milliseconds(200), .seconds(1),
  ])

  /// For the names of containers, which runtimes write down after their directories.
  static let forNames = Search([.milliseconds(200), .seconds(1), .seconds(2)])

  /// There is a new reason to look.
  mutating func begin() {
    attempts = 0
    let first = ContinuousClock.now + waits[0]
    due = due.map { min($0, first) } ?? first
  }

  /// One look is over. Looks again, a while later, for as long as something is still missing.
  mutating func looked(isComplete: Bool) {
    attempts += 1
    due = isComplete || attempts >= waits.count ? nil : .now + waits[attempts]
  }

  /// Whether the last look has been had: what is unexplained now stays so.
  var isLast: Bool { attempts + 1 >= waits.count }
}
