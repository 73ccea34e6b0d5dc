public import Topology

/// One thing that changed on the node, as data. ``name`` and ``detail`` say it in words.
public struct Change: Equatable, Sendable {
  public var at: Timestamp
  public var event: Event
  /// The namespace it belongs to or tells of, to select when a person opens this change.
  public var namespace: NamespaceID?
  /// The name of that namespace, where it is neither the host's nor what changed itself.
  public var place: String?
  /// How many changes this one stands for.
  public var count: Int = 1

  public init(
    at: Timestamp, _ event: Event, place: String? = nil, namespace: NamespaceID? = nil,
    count: Int = 1
  ) {
    self.at = at
    self.event = event
    self.place = place
    self.namespace = namespace
    self.count = count
  }

  public enum Kind: String, CaseIterable, Sendable {
    case added
    case removed
    case changed
    /// About cnitop itself: events were lost and everything was read again, and the like.
    case notice
  }

  public enum Subject: String, CaseIterable, Sendable {
    case namespace
    case link
    case address
    case route
    case neighbour
    case lease
    case rule
    case configuration
    case gap
    case cnitop
  }
}
