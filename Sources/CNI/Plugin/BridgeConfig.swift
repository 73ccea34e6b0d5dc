public import Addressing

/// What the plugin `bridge` is to do, each key of the reference plugin checked.
public struct BridgeConfig: Hashable, Sendable {
  public var bridge = "cni0"
  public var isGateway = false
  public var isDefaultGateway = false
  public var forceAddress = false
  public var ipMasq = false
  public var ipMasqBackend = MasqueradeBackend.nftables
  /// In bytes; `nil` lets the kernel choose.
  public var mtu: UInt32?
  public var hairpinMode = false
  public var promiscMode = false
  /// `nil` for none.
  public var vlan: UInt16?
  /// VLANs that stay tagged, in order, none twice.
  public var vlanTrunk: [ClosedRange<UInt16>] = []
  public var preserveDefaultVlan = false
  public var macspoofchk = false
  public var enabledad = false
  public var disableContainerInterface = false
  public var portIsolation = false
  /// Of the container's end.
  public var mac: MACAddress?
  /// The plugin that gives out addresses; `nil` for none.
  public var ipamType: String?
  public var dns = DNSConfig()

  public enum MasqueradeBackend: String, Hashable, Sendable {
    case iptables
    case nftables
  }

  public init() {}

  /// Whether the bridge has to keep VLANs apart.
  public var filtersVLANs: Bool { vlan != nil || !vlanTrunk.isEmpty }

  /// What has the gateway's addresses.
  public var gatewayInterface: String { vlan.map { "\(bridge).\($0)" } ?? bridge }

  init(
    _ config: ConfigObject<PluginKey>, _ arguments: PluginArguments
  ) throws(CNIError) {
    let keys = config.keyed(by: BridgeKey.self)
    bridge = try keys.text(.bridge) ?? "cni0"
    guard bridge.isInterfaceName else {
      throw keys.wrong(.bridge, "must be the name of an interface", bridge)
    }
    isDefaultGateway = try keys.flag(.isDefaultGateway)
    isGateway = try keys.flag(.isGateway) || isDefaultGateway
    forceAddress = try keys.flag(.forceAddress)
    ipMasq = try keys.flag(.ipMasq)
    if let backend = try keys.text(.ipMasqBackend) {
      guard let known = MasqueradeBackend(rawValue: backend) else {
        throw keys.wrong(.ipMasqBackend, "must be iptables or nftables", backend)
      }
      ipMasqBackend = known
    }
    mtu = try keys.positive(.mtu)
    hairpinMode = try keys.flag(.hairpinMode)
    promiscMode = try keys.flag(.promiscMode)
    preserveDefaultVlan = try keys.flag(.preserveDefaultVlan)
    macspoofchk = try keys.flag(.macspoofchk)
    enabledad = try keys.flag(.enabledad)
    disableContainerInterface = try keys.flag(.disableContainerInterface)
    portIsolation = try keys.flag(.portIsolation)
    dns = try DNSConfig(config.object(.dns))
    vlan = try keys.positive(.vlan)
    vlanTrunk = try Self.trunk(keys)
    mac = arguments.mac
    if let asked = try config.request?.mac(.mac) { mac = asked }
    if let asked = try config.runtimeConfig?.mac(.mac) { mac = asked }
    ipamType = try config.ipam(IPAMKey.self)?.text(.type)
    try checkTogether(keys)
  }

  private func checkTogether(_ keys: ConfigObject<BridgeKey>) throws(CNIError) {
    if hairpinMode, promiscMode {
      throw keys.wrong(.hairpinMode, "cannot be set together with promiscMode")
    }
    if disableContainerInterface, ipamType != nil {
      throw keys.wrong(.disableContainerInterface, "cannot be set together with ipam")
    }
    if isGateway, !gatewayInterface.isInterfaceName {
      throw keys.wrong(.bridge, "is too long for the gateway in a VLAN", gatewayInterface)
    }
  }

  private static func trunk(
    _ keys: ConfigObject<BridgeKey>
  ) throws(CNIError) -> [ClosedRange<UInt16>] {
    var ids: Set<UInt16> = []
    for part in try keys.objects(.vlanTrunk, of: VLANTrunkKey.self) {
      if let id: UInt16 = try part.number(.id) { ids.insert(id) }
      let first: UInt16? = try part.number(.minID)
      let last: UInt16? = try part.number(.maxID)
      switch (first, last) {
      case (nil, nil): continue
      case (let first?, let last?) where first <= last: ids.formUnion(first...last)
      case (nil, _?): throw part.missing(.minID)
      case (_?, nil): throw part.missing(.maxID)
      case (_?, _?): throw part.wrong(.maxID, "must not be below minID")
      }
    }
    return ranges(of: ids)
  }

  private static func ranges(of ids: Set<UInt16>) -> [ClosedRange<UInt16>] {
    var ranges: [ClosedRange<UInt16>] = []
    for id in ids.sorted() {
      if let last = ranges.last, last.upperBound + 1 == id {
        ranges[ranges.count - 1] = last.lowerBound...id
      } else {
        ranges.append(id...id)
      }
    }
    return ranges
  }
}
