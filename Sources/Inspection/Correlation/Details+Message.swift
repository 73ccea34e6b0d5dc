import Netlink
import Topology

extension Interface.Details {
  init(_ message: LinkDetails) {
    switch message {
    case .none: self = .none
    case .bridge(let bridge): self = .bridge(Bridge(bridge))
    case .vlan(let id, let tagProtocol):
      self = .vlan(id: id, protocol: tagProtocol == 0x88a8 ? "802.1ad" : "802.1Q")
    case .macvlan(let mode): self = .macvlan(mode: Self.macvlanMode(mode))
    case .ipvlan(let mode): self = .ipvlan(mode: mode == 0 ? "l2" : mode == 1 ? "l3" : "l3s")
    case .vxlan(let vxlan):
      self = .vxlan(
        VXLAN(
          id: vxlan.id, local: vxlan.local, remote: vxlan.remote, port: vxlan.port,
          learns: vxlan.learns))
    case .tun(let type): self = .tun(mode: type == 2 ? "tap" : "tun")
    case .tunnel(let local, let remote): self = .tunnel(local: local, remote: remote)
    }
  }

  /// `MACVLAN_MODE_*` (include/uapi/linux/if_link.h).
  private static func macvlanMode(_ mode: UInt32) -> String {
    switch mode {
    case 1: "private"
    case 2: "vepa"
    case 4: "bridge"
    case 8: "passthru"
    case 16: "source"
    default: "mode \(mode)"
    }
  }
}

extension Bridge {
  fileprivate init(_ message: BridgeMessage) {
    self.init(
      hasSpanningTree: message.hasSpanningTree, filtersVLANs: message.filtersVLANs,
      ageing: message.ageing / 100, groupAddress: message.groupAddress,
      groupForwardMask: message.groupForwardMask)
  }
}

extension BridgePort {
  init(_ message: BridgePortMessage, vlans: [PortVLANs.VLAN]) {
    self.init(
      number: message.number, state: State(message.state), isHairpin: message.isHairpin,
      isIsolated: message.isIsolated, learns: message.learns,
      vlans: vlans.map {
        VLAN(first: $0.first, last: $0.last, isPrimary: $0.isPrimary, isUntagged: $0.isUntagged)
      })
  }
}

extension BridgePort.State {
  /// `BR_STATE_*` (include/uapi/linux/if_bridge.h).
  fileprivate init(_ code: UInt8) {
    switch code {
    case 1: self = .listening
    case 2: self = .learning
    case 3: self = .forwarding
    case 4: self = .blocking
    default: self = .disabled
    }
  }
}
