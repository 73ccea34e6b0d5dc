import Formats

/// One plugin of a network: the keys of the specification, and those of the reference plugins' that
/// are shown. A key of another type than the reference plugins use is as good as absent.
public struct PluginConfig: Hashable, Sendable {
  /// The name of the program. A path is none: libcni loads it, and fails at ADD.
  public let type: String
  public let ipam: IPAMConfig?
  /// What the runtime may pass to it, sorted by name.
  public let capabilities: [String]

  // bridge, ptp, macvlan, ipvlan
  /// The bridge's name; for the plugin `bridge`, `cni0` where the file does not say.
  public let bridge: String?
  /// The interface below (macvlan, ipvlan, vlan).
  public let master: String?
  public let mode: String?
  public let isGateway: Bool
  public let isDefaultGateway: Bool
  public let forceAddress: Bool
  public let ipMasq: Bool
  /// `iptables` or `nftables`; `nil` lets the plugin choose.
  public let ipMasqBackend: String?
  public let hairpinMode: Bool
  public let promiscMode: Bool
  /// In bytes; `nil` or 0 lets the kernel choose.
  public let mtu: Int?
  public let vlan: Int?
  public let macspoofchk: Bool

  init(_ json: JSON) throws(FormatFailure) {
    func isOn(_ key: BridgeKey) -> Bool { json[key]?.flag ?? false }
    try json.checkPluginShape()
    type = try json.required(PluginKey.type.rawValue)
    ipam = json[PluginKey.ipam].flatMap(IPAMConfig.init)
    capabilities = (json[PluginKey.capabilities]?.members ?? [])
      .filter { $0.value == .bool(true) }.map(\.key).sorted()
    bridge = json[BridgeKey.bridge]?.text ?? (type == "bridge" ? "cni0" : nil)
    master = json[MacvlanKey.master]?.text
    mode = json[MacvlanKey.mode]?.text
    isDefaultGateway = isOn(.isDefaultGateway)
    isGateway = isOn(.isGateway) || isOn(.isDefaultGateway)
    forceAddress = isOn(.forceAddress)
    ipMasq = isOn(.ipMasq)
    ipMasqBackend = json[BridgeKey.ipMasqBackend]?.text
    hairpinMode = isOn(.hairpinMode)
    promiscMode = isOn(.promiscMode)
    mtu = json[BridgeKey.mtu]?.integer
    vlan = json[BridgeKey.vlan]?.integer
    macspoofchk = isOn(.macspoofchk)
  }
}
