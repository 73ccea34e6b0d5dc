/// What stands inside `IFLA_PROP_LIST`, any number of times.
public enum LinkProperty: UInt16, AttributeKey {
  case altName = 53  // IFLA_ALT_IFNAME
}

/// `IFLA_INFO_*`, inside `IFLA_LINKINFO`.
public enum LinkInfoAttribute: UInt16, AttributeKey {
  case kind = 1  // IFLA_INFO_KIND
  case data = 2  // IFLA_INFO_DATA
  case portKind = 4  // IFLA_INFO_SLAVE_KIND
  case portData = 5  // IFLA_INFO_SLAVE_DATA
}

/// `IFLA_BR_*`, inside `IFLA_INFO_DATA` of a bridge.
enum BridgeAttribute: UInt16, AttributeKey {
  case ageing = 4  // IFLA_BR_AGEING_TIME
  case spanningTree = 5  // IFLA_BR_STP_STATE
  case vlanFiltering = 7  // IFLA_BR_VLAN_FILTERING
  case groupForwardMask = 9  // IFLA_BR_GROUP_FWD_MASK
  case groupAddress = 20  // IFLA_BR_GROUP_ADDR
}

/// `IFLA_BRPORT_*`, inside `IFLA_INFO_SLAVE_DATA` or `IFLA_PROTINFO` of a bridge's port.
enum BridgePortAttribute: UInt16, AttributeKey {
  case state = 1  // IFLA_BRPORT_STATE
  case hairpin = 4  // IFLA_BRPORT_MODE
  case learning = 8  // IFLA_BRPORT_LEARNING
  case number = 18  // IFLA_BRPORT_NO
  case isolated = 33  // IFLA_BRPORT_ISOLATED
}

/// `VETH_INFO_*` (include/uapi/linux/veth.h), inside `IFLA_INFO_DATA` of a veth.
enum VethAttribute: UInt16, AttributeKey {
  case peer = 1  // VETH_INFO_PEER
}

/// `IFLA_VLAN_*`.
enum VLANAttribute: UInt16, AttributeKey {
  case id = 1  // IFLA_VLAN_ID
  case tagProtocol = 5  // IFLA_VLAN_PROTOCOL
}

/// `IFLA_MACVLAN_*` and `IFLA_IPVLAN_*`, whose modes have the same number.
enum SharedLinkAttribute: UInt16, AttributeKey {
  case mode = 1  // IFLA_MACVLAN_MODE, IFLA_IPVLAN_MODE
}

/// `IFLA_VXLAN_*`.
enum VXLANAttribute: UInt16, AttributeKey {
  case id = 1  // IFLA_VXLAN_ID
  case remote = 2  // IFLA_VXLAN_GROUP
  case link = 3  // IFLA_VXLAN_LINK
  case local = 4  // IFLA_VXLAN_LOCAL
  case learning = 7  // IFLA_VXLAN_LEARNING
  case port = 15  // IFLA_VXLAN_PORT
  case remote6 = 16  // IFLA_VXLAN_GROUP6
  case local6 = 17  // IFLA_VXLAN_LOCAL6
}

/// `IFLA_TUN_*`.
enum TunAttribute: UInt16, AttributeKey {
  case type = 3  // IFLA_TUN_TYPE
}

/// `IFLA_IPTUN_*` (include/uapi/linux/if_tunnel.h), of ipip and sit.
enum IPTunnelAttribute: UInt16, AttributeKey {
  case local = 2  // IFLA_IPTUN_LOCAL
  case remote = 3  // IFLA_IPTUN_REMOTE
}

/// `IFLA_GRE_*` (include/uapi/linux/if_tunnel.h).
enum GREAttribute: UInt16, AttributeKey {
  case local = 6  // IFLA_GRE_LOCAL
  case remote = 7  // IFLA_GRE_REMOTE
}

/// `IFLA_BRIDGE_*` (include/uapi/linux/if_bridge.h), inside `IFLA_AF_SPEC` of an AF_BRIDGE message.
enum BridgeFamilyAttribute: UInt16, AttributeKey {
  case vlan = 2  // IFLA_BRIDGE_VLAN_INFO
}
