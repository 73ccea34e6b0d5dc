import Topology

/// The slow tour of all namespaces that mends what no event told: every one is visited again within
/// half a minute, a few a second.
struct ResyncSchedule {
  /// When the next few are due.
  private(set) var due: ContinuousClock.Instant = .now + ResyncSchedule.step
  private var queue: [NamespaceID] = []
  private var share = 1

  private var rested = ContinuousClock.now

  /// All had their turn.
  var isOver: Bool { queue.isEmpty }

  /// Whether it is time to look for what nothing told of. That goes through all processes: where there
  /// are many it is done less often, so that it takes no more than a 200th of the time.
  func isTimeToLook(at now: ContinuousClock.Instant = .now) -> Bool { isOver && rested <= now }

  /// Such a look is over, which began at `start`.
  mutating func looked(
    since start: ContinuousClock.Instant, at now: ContinuousClock.Instant = .now
  ) {
    rested = now + (now - start) * 200
  }

  private static let step: Duration = .seconds(1)
  private static let steps = 30

  /// Those whose turn it is.
  mutating func next(of all: some Collection<NamespaceID>) -> [NamespaceID] {
    due = .now + Self.step
    if queue.isEmpty {
      queue = all.sorted()
      share = (queue.count + Self.steps - 1) / Self.steps
    }
    let turn = queue.suffix(share)
    queue.removeLast(turn.count)
    return Array(turn)
  }
}
