public import Addressing

/// An address that is not free, and why.
public struct Allocation: Equatable, Sendable {
  public var address: IPAddress
  public var state: State
  public var lease: Lease?
  /// Where the address is up, the holder's own place first.
  public var places: [InterfaceID] = []
  /// The namespace of the lease's container, where that can be told.
  public var namespace: NamespaceID?
  /// The lease's container, as CNI's files or a runtime's name it: `default/web-7d9`.
  public var holder: String?
  /// What the state was concluded from, in one sentence.
  public var evidence: String = ""

  public init(
    address: IPAddress, state: State, lease: Lease? = nil, places: [InterfaceID] = [],
    namespace: NamespaceID? = nil, holder: String? = nil, evidence: String = ""
  ) {
    self.address = address
    self.state = state
    self.lease = lease
    self.places = places
    self.namespace = namespace
    self.holder = holder
    self.evidence = evidence
  }

  public enum State: String, CaseIterable, Sendable {
    /// A lease, and no sign against it.
    case used
    /// The range's own gateway.
    case gateway
    /// A lease that nobody holds any more: proven.
    case leaked
    /// A lease that nobody seems to hold: likely.
    case suspect
    /// Up in a namespace, and host-local would hand it out again.
    case unleased
    /// Up in more than one place.
    case duplicate
  }

  /// A file that keeps an address for a container.
  public struct Lease: Hashable, Sendable {
    public var containerID: String
    /// Inside the container. `nil` in files of old versions.
    public var interface: String?
    /// When the file was written.
    public var since: Timestamp

    public init(containerID: String, interface: String? = nil, since: Timestamp) {
      self.containerID = containerID
      self.interface = interface
      self.since = since
    }
  }
}
