public import Addressing

extension Interface {
  /// What only one kind of interface has.
  public enum Details: Equatable, Sendable {
    case none
    case bridge(Bridge)
    case vlan(id: UInt16, protocol: String)
    /// `ip link`'s words: `bridge`, `private`, `vepa`, `passthru`, `source`.
    case macvlan(mode: String)
    /// `l2`, `l3` or `l3s`.
    case ipvlan(mode: String)
    case vxlan(VXLAN)
    /// `tun` or `tap`.
    case tun(mode: String)
    /// ipip, sit, gre: the outer addresses.
    case tunnel(local: IPAddress?, remote: IPAddress?)
  }
}

public struct Bridge: Hashable, Sendable {
  public var hasSpanningTree: Bool = false
  public var filtersVLANs: Bool = false
  /// How long a silent MAC address is remembered, in seconds.
  public var ageing: UInt32 = 300
  /// Where its spanning tree talks, `01:80:c2:00:00:00` unless changed.
  public var groupAddress: MACAddress?
  /// How many further group addresses it forwards, one bit each (`group_fwd_mask`).
  public var groupForwardMask: UInt16 = 0

  public init(
    hasSpanningTree: Bool = false, filtersVLANs: Bool = false, ageing: UInt32 = 300,
    groupAddress: MACAddress? = nil, groupForwardMask: UInt16 = 0
  ) {
    self.hasSpanningTree = hasSpanningTree
    self.filtersVLANs = filtersVLANs
    self.ageing = ageing
    self.groupAddress = groupAddress
    self.groupForwardMask = groupForwardMask
  }
}

public struct VXLAN: Hashable, Sendable {
  /// The network identifier (VNI), 24 bits.
  public var id: UInt32
  public var local: IPAddress?
  /// The remote host or multicast group.
  public var remote: IPAddress?
  /// The UDP port.
  public var port: UInt16 = 4789
  public var learns: Bool = true

  public init(
    id: UInt32, local: IPAddress? = nil, remote: IPAddress? = nil, port: UInt16 = 4789,
    learns: Bool = true
  ) {
    self.id = id
    self.local = local
    self.remote = remote
    self.port = port
    self.learns = learns
  }
}

/// A bridge's port, as `bridge -d link` shows it.
public struct BridgePort: Hashable, Sendable {
  public var number: UInt16
  public var state: State
  /// Frames may go back where they came from.
  public var isHairpin: Bool = false
  /// It may talk to ports that are not isolated, and to no other.
  public var isIsolated: Bool = false
  public var learns: Bool = true
  public var vlans: [VLAN] = []

  public init(
    number: UInt16, state: State, isHairpin: Bool = false, isIsolated: Bool = false,
    learns: Bool = true, vlans: [VLAN] = []
  ) {
    self.number = number
    self.state = state
    self.isHairpin = isHairpin
    self.isIsolated = isIsolated
    self.learns = learns
    self.vlans = vlans
  }

  /// `BR_STATE_*` (include/uapi/linux/if_bridge.h).
  public enum State: String, CaseIterable, Sendable {
    case disabled
    case listening
    case learning
    case forwarding
    case blocking
  }

  /// One VLAN or a range of them.
  public struct VLAN: Hashable, Sendable {
    public var first: UInt16
    public var last: UInt16
    public var isPrimary: Bool = false
    public var isUntagged: Bool = false

    public init(first: UInt16, last: UInt16, isPrimary: Bool = false, isUntagged: Bool = false) {
      self.first = first
      self.last = last
      self.isPrimary = isPrimary
      self.isUntagged = isUntagged
    }
  }
}

/// What was received and sent since the interface was made. From the interface's own point of view:
/// what a pod receives, its host end has sent.
public struct Counters: Hashable, Sendable {
  public var receivedBytes: UInt64 = 0
  public var receivedPackets: UInt64 = 0
  public var receivedDropped: UInt64 = 0
  public var receivedErrors: UInt64 = 0
  public var sentBytes: UInt64 = 0
  public var sentPackets: UInt64 = 0
  public var sentDropped: UInt64 = 0
  public var sentErrors: UInt64 = 0

  public init(
    receivedBytes: UInt64 = 0, receivedPackets: UInt64 = 0, receivedDropped: UInt64 = 0,
    receivedErrors: UInt64 = 0, sentBytes: UInt64 = 0, sentPackets: UInt64 = 0,
    sentDropped: UInt64 = 0, sentErrors: UInt64 = 0
  ) {
    self.receivedBytes = receivedBytes
    self.receivedPackets = receivedPackets
    self.receivedDropped = receivedDropped
    self.receivedErrors = receivedErrors
    self.sentBytes = sentBytes
    self.sentPackets = sentPackets
    self.sentDropped = sentDropped
    self.sentErrors = sentErrors
  }
}
