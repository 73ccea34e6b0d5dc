public import Topology

/// Changes that wait for somebody to take them. When he is slow, they become the difference between what
/// he has seen last and what is now: nothing is lost, and however long he takes, no more has to be kept
/// than two views of the node.
public struct Backlog: Sendable {
  private var changes: [Change] = []
  /// What the taker knows, and what he will know when he has taken all.
  private var known: Topology
  private var newest: Topology
  private var isJoined = false

  /// So many changes wait one by one.
  public static let limit = 2000

  public init(_ topology: Topology) {
    known = topology
    newest = topology
  }

  /// Changes that lead to `topology`, and notices.
  public mutating func add(_ changes: [Change], leadingTo topology: Topology) {
    newest = topology
    let waiting = self.changes + changes
    isJoined = isJoined || waiting.count > Self.limit
    self.changes =
      isJoined ? waiting.filter { $0.kind == .notice }.suffix(Self.noticeLimit) : waiting
  }

  private static let noticeLimit = 100

  /// All that has changed since the last time, in order.
  public mutating func take() -> [Change] {
    defer {
      changes = []
      known = newest
      isJoined = false
    }
    guard isJoined else { return changes }
    let notice = Change(
      at: newest.takenAt,
      .notice("changes came faster than they were taken: what follows is what they come to"))
    return changes + [notice] + newest.changes(since: known)
  }
}
