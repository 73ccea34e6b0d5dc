public import Topology

/// One thing that changed on the node, in words a person would use.
public struct Change: Equatable, Sendable {
  public var at: Timestamp
  public var kind: Kind
  /// What sort of thing: a pod, a link, an address, …
  public var subject: Subject
  /// Its name: `default/web-7d9`, `cni0`, `10.22.0.5`.
  public var name: String
  /// The rest of the sentence: `10.22.0.5 on cni0 by veth5e41415a`.
  public var detail: String
  /// The pod or namespace it belongs to, by name, where it is not that itself.
  public var place: String?
  /// The namespace to select when a person opens this change.
  public var namespace: NamespaceID?
  /// How many changes this one stands for.
  public var count: Int = 1

  public init(
    at: Timestamp, kind: Kind, subject: Subject, name: String, detail: String, place: String? = nil,
    namespace: NamespaceID? = nil, count: Int = 1
  ) {
    self.at = at
    self.kind = kind
    self.subject = subject
    self.name = name
    self.detail = detail
    self.place = place
    self.namespace = namespace
    self.count = count
  }

  /// A link-local address: the kernel gives one to every interface, so it tells a person nothing.
  public var isRoutine: Bool { subject == .address && name.hasPrefix("fe80:") }

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
