/// The keys of the plugin `bridge`.
public enum BridgeKey: String, ConfigKey {
  case bridge, isGateway, isDefaultGateway, forceAddress, ipMasq, ipMasqBackend, mtu, hairpinMode
  case promiscMode, vlan, vlanTrunk, preserveDefaultVlan, macspoofchk, enabledad
  case disableContainerInterface, portIsolation

  public var rule: KeyRule {
    switch self {
    case .bridge: .text("the bridge's name; cni0 where it is missing")
    case .isGateway: .flag("the bridge gets the gateway's addresses")
    case .isDefaultGateway: .flag("it is the gateway, and the default route leads there")
    case .forceAddress: .flag("another address of the bridge makes room for the gateway's")
    case .ipMasq: .flag("what leaves the network is masqueraded")
    case .ipMasqBackend: .text("iptables or nftables")
    case .mtu: .number("bytes of a packet; 0 lets the kernel choose", 0...65535)
    case .hairpinMode: .flag("a container reaches itself through the bridge")
    case .promiscMode: .flag("the bridge is promiscuous")
    case .vlan: .number("the container's VLAN; 0 is none", 0...4094)
    case .vlanTrunk: .list("VLANs that stay tagged, each an id or from minID to maxID")
    case .preserveDefaultVlan: .flag("the port stays in VLAN 1 too")
    case .macspoofchk: .flag("only frames with the container's own MAC address pass")
    case .enabledad: .flag("an IPv6 address waits for duplicate address detection")
    case .disableContainerInterface: .flag("the container's end stays down")
    case .portIsolation: .flag("the container reaches no other isolated port")
    }
  }
}

/// VLANs of a trunk (`vlanTrunk`).
enum VLANTrunkKey: String, ConfigKey {
  case id, minID, maxID

  var rule: KeyRule {
    switch self {
    case .id: .number("one VLAN", 1...4094)
    case .minID: .number("the first of several", 1...4094)
    case .maxID: .number("the last of several", 1...4094)
    }
  }
}
