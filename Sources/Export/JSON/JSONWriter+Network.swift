import Addressing
import Formats
import Topology

extension JSONWriter {
  mutating func write(_ network: Network, in topology: Topology) {
    field("directory", network.directory)
    field("name", network.name)
    list("sources", network.sources)
    field("bridge", network.bridge)
    field("masquerades", network.masquerades)
    list("ranges", numbered(network.rangeSets)) { json, entry in
      json.field("set", entry.set)
      json.field("subnet", entry.range.subnet)
      json.field("first", entry.range.addresses.first)
      json.field("last", entry.range.addresses.last)
      json.field("gateway", entry.range.gateway)
    }
    list("lastReserved", network.lastReserved.sorted { $0.key < $1.key }) { json, entry in
      json.field("set", entry.key)
      json.field("address", entry.value)
    }
    list("allocations", network.allocations) { $0.write($1, in: topology) }
    list("foreignFiles", network.foreignFiles) { $0.write($1) }
  }

  private func numbered(_ sets: [[Network.Range]]) -> [(set: Int, range: Network.Range)] {
    sets.enumerated().flatMap { number, ranges in ranges.map { (number, $0) } }
  }

  private mutating func write(_ allocation: Allocation, in topology: Topology) {
    field("address", allocation.address)
    field("state", allocation.state.rawValue)
    field("evidence", allocation.evidence)
    field("holder", allocation.holder)
    field("namespace", allocation.namespace)
    if let lease = allocation.lease {
      object("lease") { json in
        json.field("containerID", lease.containerID)
        json.field("interface", lease.interface)
        json.field("since", lease.since)
      }
    }
    list("places", allocation.places) { $0.write(reference: $1, in: topology) }
  }
}
