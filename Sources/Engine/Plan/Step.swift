public import Addressing
public import CNI
public import Netlink

/// One thing that is done to a node, as a value: it can be shown, performed, checked and undone.
public enum Step: Hashable, Sendable {
  // ADD
  case reserve(Reservation)
  case createBridge(BridgeSpec)
  case createVeth(VethSpec)
  case setMaster(PortSpec)
  case addMACSpoofCheck(MACSpoofCheckSpec)
  case configure(PodEndSpec)
  case addRoutes([NewRoute], PodEnd)
  case createGatewayVeth(GatewayVeth)
  case addGateways(GatewaySpec)
  case forward(IPAddress.Family, Sharing)
  case masquerade(MasqueradeSpec)
  case waitForCarrier(String)
  // DEL
  case deleteVeth(VethRemoval)
  case removeMasquerade(RuleTag, BridgeConfig.MasqueradeBackend)
  case removeMACSpoofCheck(RuleTag)
  case release(Reservation)
}

/// The container's end of a pair.
public struct PodEnd: Hashable, Sendable {
  /// The path of its namespace.
  public var namespacePath: String
  public var name: String

  public init(namespacePath: String, name: String) {
    self.namespacePath = namespacePath
    self.name = name
  }
}

public struct BridgeSpec: Hashable, Sendable {
  public var name: String
  /// In bytes; `nil` lets the kernel choose. An existing bridge keeps its own.
  public var mtu: UInt32?
  public var filtersVLANs: Bool
  public var isPromiscuous: Bool
}

public struct VethSpec: Hashable, Sendable {
  /// The name of the host's end.
  public var host: String
  public var pod: PodEnd
  public var mtu: UInt32?
  /// Of the container's end; `nil` lets the kernel choose.
  public var mac: MACAddress?
}

/// A pair to be deleted: by the container's end, or by the host's where nothing leads to that.
public struct VethRemoval: Hashable, Sendable {
  /// `nil` where the runtime names no namespace any more.
  public var pod: PodEnd?
  /// By which the host's end was named.
  public var tag: RuleTag

  public init(pod: PodEnd?, tag: RuleTag) {
    self.pod = pod
    self.tag = tag
  }

  /// The name of the container's end.
  public var name: String { tag.key.interfaceName }
}

/// What the host's end of a pair becomes.
public struct PortSpec: Hashable, Sendable {
  public var host: String
  public var bridge: String
  public var isHairpin: Bool
  public var isIsolated: Bool
  public var vlans: [VLAN]
  /// Whether it stays in the bridge's default VLAN where it gets others.
  public var keepsDefaultVLAN: Bool

  public struct VLAN: Hashable, Sendable {
    public var ids: ClosedRange<UInt16>
    /// Frames without a tag belong to it, and leave without one.
    public var isNative: Bool
  }
}

/// Of whom frames of a container must say that they come.
public struct MACSpoofCheckSpec: Hashable, Sendable {
  public var host: String
  public var pod: PodEnd
  public var tag: RuleTag
}

/// What the container's end becomes.
public struct PodEndSpec: Hashable, Sendable {
  public var pod: PodEnd
  /// With the length of their networks.
  public var addresses: [Prefix]
  /// Whether IPv6 addresses are used only after the network was asked for others with them.
  public var detectsDuplicates: Bool

  var hasIPv6: Bool { addresses.contains { $0.address.family == .v6 } }
}

/// The pair that ties the host to one VLAN of a bridge, so that it can be the gateway there.
public struct GatewayVeth: Hashable, Sendable {
  /// The host's own end, such as `cni0.100`.
  public var name: String
  public var mtu: UInt32?
  /// What the other end becomes.
  public var port: PortSpec
  public var vlan: UInt16
  public var sharing: Sharing

  public var bridge: String { port.bridge }
}

public struct GatewaySpec: Hashable, Sendable {
  /// The bridge, or the host's end in a VLAN of it.
  public var interface: String
  public var sharing: Sharing
  public var addresses: [Prefix]
  /// Whether addresses that are in the way are removed.
  public var replacesOthers: Bool
}

/// A bridge, and the ports of it that are ours: what others use too is only undone without others.
public struct Sharing: Hashable, Sendable {
  public var bridge: String
  public var ports: [String]
}

public struct MasqueradeSpec: Hashable, Sendable {
  public var tag: RuleTag
  public var backend: BridgeConfig.MasqueradeBackend
  /// The container's addresses with the length of their networks.
  public var addresses: [Prefix]
}
