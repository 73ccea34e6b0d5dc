import Formats
import Topology

extension JSONWriter {
  mutating func write(_ interface: Interface, in topology: Topology) {
    field("index", interface.id.index)
    field("name", interface.name)
    list("altNames", interface.altNames)
    field("alias", interface.alias)
    field("kind", interface.kind)
    field("isLoopback", interface.isLoopback)
    field("isUp", interface.isUp)
    field("state", interface.state.rawValue)
    field("isPromiscuous", interface.isPromiscuous)
    field("mtu", interface.mtu)
    field("mac", interface.mac)
    field("permanentMAC", interface.permanentMAC)
    if let master = interface.master {
      object("master") { $0.write(reference: master, in: topology) }
    }
    write(interface.peer, in: topology)
    write(interface.details)
    if let port = interface.port { object("port") { $0.write(port) } }
    list("addresses", interface.addresses) { json, address in
      json.field("prefix", address.prefix)
      json.field("peer", address.peer)
      json.field("scope", address.scope.rawValue)
      json.list("flags", address.flags)
    }
    list("forwarding", interface.forwarding) { json, entry in
      json.field("mac", entry.mac)
      json.field("vlan", entry.vlan)
      json.field("destination", entry.destination)
      json.field("isLearned", entry.isLearned)
      json.field("isPermanent", entry.isPermanent)
    }
    object("counters") { $0.write(interface.counters) }
  }

  /// An interface of any namespace.
  mutating func write(reference id: InterfaceID, in topology: Topology) {
    field("namespace", id.namespace)
    field("interface", topology.name(of: id))
    field("index", id.index)
  }

  private mutating func write(_ peer: Interface.Peer, in topology: Topology) {
    switch peer {
    case .none: break
    case .end(let id): object("peer") { $0.write(reference: id, in: topology) }
    case .lower(let id): object("parent") { $0.write(reference: id, in: topology) }
    case .unresolved(let nsid, let index):
      object("unresolved") { json in
        json.field("nsid", nsid)
        json.field("index", index)
      }
      object("outOfSight") { json in  // its name in version 1
        json.field("number", nsid)
        json.field("index", index)
      }
    }
  }

  private mutating func write(_ port: BridgePort) {
    field("number", port.number)
    field("state", port.state.rawValue)
    field("isHairpin", port.isHairpin)
    field("isIsolated", port.isIsolated)
    field("learns", port.learns)
    list("vlans", port.vlans) { json, vlan in
      json.field("first", vlan.first)
      json.field("last", vlan.last)
      json.field("isPrimary", vlan.isPrimary)
      json.field("isUntagged", vlan.isUntagged)
    }
  }

  private mutating func write(_ counters: Counters) {
    field("receivedBytes", counters.receivedBytes)
    field("receivedPackets", counters.receivedPackets)
    field("receivedDropped", counters.receivedDropped)
    field("receivedErrors", counters.receivedErrors)
    field("sentBytes", counters.sentBytes)
    field("sentPackets", counters.sentPackets)
    field("sentDropped", counters.sentDropped)
    field("sentErrors", counters.sentErrors)
  }
}
