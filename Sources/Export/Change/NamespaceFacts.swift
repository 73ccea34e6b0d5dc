public import Addressing
public import Topology

/// What of a namespace itself is told when it changes.
public struct NamespaceFacts: Equatable, Sendable {
  public var label: Namespace.Label
  public var error: String?
  public var paths: [String]
  public var hasProcesses: Bool
  public var containers: [Container]

  public init(_ namespace: Namespace) {
    label = namespace.label
    error = namespace.error
    paths = namespace.paths
    hasProcesses = !namespace.processes.isEmpty
    containers = namespace.containers
  }
}

/// A namespace that came, and what came with it.
public struct AddedNamespace: Equatable, Sendable {
  public var name: String
  /// Those that others reach it by.
  public var addresses: [IPAddress]
  public var connection: Connection?
  /// The addresses that were leased to it.
  public var leases: [IPAddress]
  public var isMasqueraded: Bool

  public init(
    name: String, addresses: [IPAddress] = [], connection: Connection? = nil,
    leases: [IPAddress] = [], isMasqueraded: Bool = false
  ) {
    self.name = name
    self.addresses = addresses
    self.connection = connection
    self.leases = leases
    self.isMasqueraded = isMasqueraded
  }

  /// The first way out of it that is in sight.
  public enum Connection: Equatable, Sendable {
    /// A cable's other end, and the bridge that it is plugged into.
    case cable(end: InterfaceReference, bridge: InterfaceReference?)
    /// An interface of its own that stands on another.
    case stacked(InterfaceReference, on: InterfaceReference)
  }
}

/// A namespace that went, and what did not go with it.
public struct RemovedNamespace: Equatable, Sendable {
  public var name: String
  /// Those that others reached it by.
  public var addresses: [IPAddress]
  /// The addresses that are still leased to it.
  public var leases: [IPAddress]
  /// The rules that still serve it.
  public var rules: [RuleID]

  public init(
    name: String, addresses: [IPAddress] = [], leases: [IPAddress] = [], rules: [RuleID] = []
  ) {
    self.name = name
    self.addresses = addresses
    self.leases = leases
    self.rules = rules
  }
}
