import Netlink

extension Evaluator {
  /// `queue`: a program decides, or nobody does.
  mutating func run(_ queue: Expression.Queue) -> Progress {
    let isOne = queue.count <= 1 && queue.source == nil
    let words = isOne ? "queue \(queue.first)" : "queue"
    return .verdict(.taken(words))
  }
}
