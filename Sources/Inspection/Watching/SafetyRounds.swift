import Topology

/// The slow tour of all namespaces that mends what no event told: every one is visited again within
/// half a minute, a few a second.
struct SafetyRounds {
  /// When the next few are due.
  private(set) var due: ContinuousClock.Instant = .now + SafetyRounds.step
  private var queue: [NamespaceID] = []
  private var share = 1

  /// All had their turn: time to look for those that nothing told of.
  var isOver: Bool { queue.isEmpty }

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
