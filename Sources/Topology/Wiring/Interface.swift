public import Addressing
public import Netlink

/// A network interface and what it is tied to.
public struct Interface: Equatable, Identifiable, Sendable {
  public var id: InterfaceID
  public var name: String
  /// Further names that it is known by (`ip link property add dev NAME altname`).
  public var altNames: [String] = []
  /// What a person wrote on it (`ip link set alias`).
  public var alias: String?
  /// What `ip link` calls the type: `veth`, `bridge`, … `nil` for hardware and loopback.
  public var kind: String?
  public var isLoopback: Bool = false
  /// Switched on by its administrator (`IFF_UP`).
  public var isUp: Bool = true
  public var state: OperationalState = .up
  public var isPromiscuous: Bool = false
  /// The largest packet it sends, in bytes, its link-layer header not counted.
  public var mtu: UInt32 = 1500
  public var mac: MACAddress?
  /// The address the hardware came with, where that is another one.
  public var permanentMAC: MACAddress?
  /// The bridge or bond it is a port of.
  public var master: InterfaceID?
  public var peer: Peer = .none
  public var details: Details = .none
  /// What the bridge it is plugged into says of this port.
  public var port: BridgePort?
  public var addresses: [Address] = []
  /// Who the bridge or vxlan device knows behind it (`bridge fdb show dev NAME`).
  public var forwarding: [ForwardingEntry] = []
  /// As they were when the interface was last listed.
  public var counters: Counters = Counters()

  public init(
    id: InterfaceID, name: String, altNames: [String] = [], alias: String? = nil,
    kind: String? = nil, isLoopback: Bool = false, isUp: Bool = true, state: OperationalState = .up,
    isPromiscuous: Bool = false, mtu: UInt32 = 1500, mac: MACAddress? = nil,
    permanentMAC: MACAddress? = nil, master: InterfaceID? = nil, peer: Peer = .none,
    details: Details = .none, port: BridgePort? = nil, addresses: [Address] = [],
    forwarding: [ForwardingEntry] = [], counters: Counters = Counters()
  ) {
    self.id = id
    self.name = name
    self.altNames = altNames
    self.alias = alias
    self.kind = kind
    self.isLoopback = isLoopback
    self.isUp = isUp
    self.state = state
    self.isPromiscuous = isPromiscuous
    self.mtu = mtu
    self.mac = mac
    self.permanentMAC = permanentMAC
    self.master = master
    self.peer = peer
    self.details = details
    self.port = port
    self.addresses = addresses
    self.forwarding = forwarding
    self.counters = counters
  }

  /// What `RTM_NEWLINK` says of a link itself. What it is tied to takes more than that message.
  public init(_ link: Link, id: InterfaceID) {
    self.init(id: id, name: link.name)
    altNames = link.altNames
    alias = link.alias
    kind = link.kind
    isLoopback = link.flags.contains(.loopback)
    isUp = link.isUp
    state = OperationalState(link.operationalState)
    isPromiscuous = link.promiscuity > 0
    mtu = link.mtu
    mac = link.mac
    permanentMAC = link.permanentMAC == link.mac ? nil : link.permanentMAC
  }

  /// What this interface is one end of, or its lower link.
  public enum Peer: Equatable, Sendable {
    case none
    /// The other end of a veth, a netkit or a vxcan.
    case end(InterfaceID)
    /// What a vlan, macvlan, ipvlan or vxlan stands on.
    case lower(InterfaceID)
    /// In a namespace that cnitop may not enter or cannot find, by the nsid that this one has for it.
    case unresolved(nsid: Int32?, index: UInt32)
  }

  /// `IF_OPER_*` (include/uapi/linux/if.h).
  public enum OperationalState: String, CaseIterable, Sendable {
    case unknown
    case notPresent = "not-present"
    case down
    case lowerLayerDown = "lower-layer-down"
    case testing
    case dormant
    case up
  }

  public struct Address: Hashable, Sendable {
    public var prefix: Prefix
    /// The other end of a point-to-point link.
    public var peer: IPAddress?
    public var scope: Scope = .global
    /// Words of `ip address`: `tentative`, `dadfailed`, `permanent`, …
    public var flags: [String] = []

    public init(
      prefix: Prefix, peer: IPAddress? = nil, scope: Scope = .global, flags: [String] = []
    ) {
      self.prefix = prefix
      self.peer = peer
      self.scope = scope
      self.flags = flags
    }

    public enum Scope: String, CaseIterable, Sendable {
      case global
      case site
      case link
      case host
      case nowhere
    }
  }
}

/// An interface by the place it has, not by its name, which may change.
public struct InterfaceID: Hashable, Comparable, Sendable {
  public var namespace: NamespaceID
  /// `ifindex`: 1 and up, unique in its namespace, used again only after a wrap.
  public var index: UInt32

  public init(namespace: NamespaceID, index: UInt32) {
    self.namespace = namespace
    self.index = index
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.namespace, left.index) < (right.namespace, right.index)
  }
}

extension Interface.OperationalState {
  /// `IF_OPER_*` (include/uapi/linux/if.h).
  fileprivate init(_ code: UInt8) {
    switch code {
    case 1: self = .notPresent
    case 2: self = .down
    case 3: self = .lowerLayerDown
    case 4: self = .testing
    case 5: self = .dormant
    case 6: self = .up
    default: self = .unknown
    }
  }
}
