import Export
import Topology

/// What happened, and what the node was like after each time something did.
struct History: Sendable {
  /// The node right after some changes. Numbers only ever grow.
  struct Moment: Sendable {
    var number: Int
    var shown: App.ShownState
  }

  /// A change, and the moment it led to.
  struct Event: Sendable {
    var number: Int
    var moment: Int
    var change: Change
  }

  /// Oldest first, both of them.
  private(set) var moments: [Moment] = []
  private(set) var events: [Event] = []

  /// Moments share what did not change between them; what they do not share grows with the node.
  private static let mostNamespaces = 20_000
  private static let mostMoments = 400
  private static let mostEvents = 1000

  /// Keeps a moment, and what led to it.
  mutating func record(_ shown: App.ShownState, after changes: [Change]) {
    let number = (moments.last?.number ?? -1) + 1
    moments.append(Moment(number: number, shown: shown))
    for change in changes {
      let next = (events.last?.number ?? -1) + 1
      events.append(Event(number: next, moment: number, change: change))
    }
    let namespaces = max(shown.topology.namespaces.count, 1)
    let most = min(max(Self.mostNamespaces / namespaces, 2), Self.mostMoments)
    moments.removeFirst(max(moments.count - most, 0))
    events.removeFirst(max(events.count - Self.mostEvents, 0))
  }

  subscript(moment number: Int) -> Moment? {
    guard let first = moments.first?.number, moments.indices.contains(number - first) else {
      return nil
    }
    return moments[number - first]
  }

  func event(_ number: Int) -> Event? {
    guard let first = events.first?.number, events.indices.contains(number - first) else {
      return nil
    }
    return events[number - first]
  }

  /// The last moment that had this namespace.
  func lastMoment(with namespace: NamespaceID) -> Moment? {
    moments.last { $0.shown.topology[namespace] != nil }
  }
}
