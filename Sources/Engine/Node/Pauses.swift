/// Pauses between looks at something that is about to happen: short ones first, each twice as long as
/// the one before, until they add up to the longest time worth waiting.
struct Pauses: Sequence, IteratorProtocol {
  private var upcoming = Duration.milliseconds(1)
  private var left: Duration

  init(longest: Duration) {
    left = longest
  }

  mutating func next() -> Duration? {
    guard left > .zero else { return nil }
    let pause = Swift.min(upcoming, left)
    left -= pause
    upcoming = Swift.min(upcoming * 2, .milliseconds(100))
    return pause
  }
}
