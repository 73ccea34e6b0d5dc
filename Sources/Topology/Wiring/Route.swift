public import Addressing

/// A route of any table, as `ip route show table all` lists it.
public struct Route: Hashable, Sendable {
  /// The length is 0 for a default route.
  public var destination: Prefix
  public var kind: Kind = .unicast
  public var gateway: IPAddress?
  /// The index of the interface it leads out of.
  public var interface: UInt32?
  /// Further ways, of a multipath route.
  public var nextHops: [NextHop] = []
  /// The address that packets sent by this host itself carry.
  public var source: IPAddress?
  /// 254 main, 255 local, 253 default.
  public var table: UInt32 = 254
  /// Smaller wins.
  public var metric: UInt32 = 0
  public var scope: Interface.Address.Scope = .global
  /// Who made it: `kernel`, `boot`, `static`, `dhcp`, `ra`, … or a number.
  public var origin: String = "boot"

  public init(
    destination: Prefix, kind: Kind = .unicast, gateway: IPAddress? = nil, interface: UInt32? = nil,
    nextHops: [NextHop] = [], source: IPAddress? = nil, table: UInt32 = 254, metric: UInt32 = 0,
    scope: Interface.Address.Scope = .global, origin: String = "boot"
  ) {
    self.destination = destination
    self.kind = kind
    self.gateway = gateway
    self.interface = interface
    self.nextHops = nextHops
    self.source = source
    self.table = table
    self.metric = metric
    self.scope = scope
    self.origin = origin
  }

  public var isDefault: Bool { destination.length == 0 }

  /// `RTN_*` (include/uapi/linux/rtnetlink.h), in `ip`'s words.
  public enum Kind: String, CaseIterable, Sendable {
    case unicast
    case local
    case broadcast
    case anycast
    case multicast
    case blackhole
    case unreachable
    case prohibit
    case `throw`
    case nat
    case unknown
  }

  public struct NextHop: Hashable, Sendable {
    public var gateway: IPAddress?
    public var interface: UInt32
    /// 1 and up.
    public var weight: UInt16 = 1

    public init(gateway: IPAddress? = nil, interface: UInt32, weight: UInt16 = 1) {
      self.gateway = gateway
      self.interface = interface
      self.weight = weight
    }
  }
}

/// Whose link-layer address a namespace knows, or asks for.
public struct Neighbour: Hashable, Sendable {
  public var address: IPAddress
  /// The index of the interface it is behind.
  public var interface: UInt32
  public var mac: MACAddress?
  /// `ip neigh`'s word: `REACHABLE`, `STALE`, `FAILED`, …
  public var state: String

  public init(address: IPAddress, interface: UInt32, mac: MACAddress? = nil, state: String) {
    self.address = address
    self.interface = interface
    self.mac = mac
    self.state = state
  }
}

/// Where a bridge or a vxlan device sends frames for a MAC address.
public struct ForwardingEntry: Hashable, Sendable {
  public var mac: MACAddress
  public var vlan: UInt16?
  /// The remote tunnel end, of a vxlan device.
  public var destination: IPAddress?
  /// Learned from traffic, and forgotten again.
  public var isLearned: Bool = false
  /// The bridge's own or a port's own address.
  public var isPermanent: Bool = false

  public init(
    mac: MACAddress, vlan: UInt16? = nil, destination: IPAddress? = nil, isLearned: Bool = false,
    isPermanent: Bool = false
  ) {
    self.mac = mac
    self.vlan = vlan
    self.destination = destination
    self.isLearned = isLearned
    self.isPermanent = isPermanent
  }
}
