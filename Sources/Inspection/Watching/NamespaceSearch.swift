/// When to look for namespaces again. A namespace is first heard of before everything that leads to
/// it is in place, so one look is not enough: the waits grow.
struct NamespaceSearch {
  /// When to look next; `nil` while there is no reason to.
  private(set) var due: ContinuousClock.Instant?
  private var attempts = 0

  private static let waits: [Duration] = [
    .zero, .milliseconds(10), .milliseconds(40), .milliseconds(200), .seconds(1),
  ]

  /// Something was mounted or unmounted, or a number was heard that nobody is known by.
  mutating func begin() {
    attempts = 0
    due = .now
  }

  /// One look is over. Looks again, a while later, for as long as something is still missing.
  mutating func looked(isComplete: Bool) {
    attempts += 1
    due = isComplete || attempts >= Self.waits.count ? nil : .now + Self.waits[attempts]
  }

  /// Whether the last look has been had: what is unexplained now stays so.
  var isLast: Bool { attempts + 1 >= Self.waits.count }
}
