import Formats
import Topology

extension JSONWriter {
  /// An object named for the kind, where the kind has something of its own.
  mutating func write(_ details: Interface.Details) {
    switch details {
    case .none: break
    case .bridge(let bridge): object("bridge") { $0.write(bridge) }
    case .vlan(let id, let name):
      object("vlan") { json in
        json.field("id", id)
        json.field("protocol", name)
      }
    case .macvlan(let mode): object("macvlan") { $0.field("mode", mode) }
    case .ipvlan(let mode): object("ipvlan") { $0.field("mode", mode) }
    case .vxlan(let vxlan): object("vxlan") { $0.write(vxlan) }
    case .tun(let mode): object("tun") { $0.field("mode", mode) }
    case .tunnel(let local, let remote):
      object("tunnel") { json in
        json.field("local", local)
        json.field("remote", remote)
      }
    }
  }

  private mutating func write(_ bridge: Bridge) {
    field("hasSpanningTree", bridge.hasSpanningTree)
    field("filtersVLANs", bridge.filtersVLANs)
    field("ageing", bridge.ageing)
    field("groupAddress", bridge.groupAddress)
    field("groupForwardMask", bridge.groupForwardMask)
  }

  private mutating func write(_ vxlan: VXLAN) {
    field("id", vxlan.id)
    field("local", vxlan.local)
    field("remote", vxlan.remote)
    field("port", vxlan.port)
    field("learns", vxlan.learns)
  }
}
