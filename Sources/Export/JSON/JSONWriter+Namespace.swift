import Formats
import Topology

extension JSONWriter {
  mutating func write(_ namespace: Namespace, in topology: Topology) {
    field("id", namespace.id)
    if case .file(let device, let inode) = namespace.id {
      field("device", device)
      field("inode", inode)
    }
    field("isHost", namespace.isHost)
    field("name", namespace.label.text)
    field("nameSource", namespace.label.source.rawValue)
    field("nsid", namespace.nsid)
    field("since", namespace.since)
    field("error", namespace.error)
    list("paths", namespace.paths)
    list("processes", namespace.processes) { json, process in
      json.field("pid", process.id)
      json.field("name", process.name)
    }
    list("containers", namespace.containers) { $0.write($1) }
    list("interfaces", namespace.interfaces) { $0.write($1, in: topology) }
    list("routes", namespace.routes) { $0.write($1, in: namespace) }
    list("neighbours", namespace.neighbours) { json, neighbour in
      json.field("address", neighbour.address)
      json.write(interface: neighbour.interface, in: namespace)
      json.field("mac", neighbour.mac)
      json.field("state", neighbour.state)
    }
  }

  private mutating func write(_ container: Container) {
    field("id", container.id)
    field("source", container.source.rawValue)
    field("podNamespace", container.podNamespace)
    field("podName", container.podName)
    field("name", container.name)
    list("attachments", container.attachments) { $0.write($1) }
  }

  mutating func write(_ attachment: Container.Attachment) {
    field("network", attachment.network)
    field("containerID", attachment.containerID)
    field("interface", attachment.interface)
  }

  private mutating func write(_ route: Route, in namespace: Namespace) {
    field("destination", route.destination)
    field("kind", route.kind.rawValue)
    field("gateway", route.gateway)
    if let interface = route.interface { write(interface: interface, in: namespace) }
    list("nextHops", route.nextHops) { json, hop in
      json.field("gateway", hop.gateway)
      json.write(interface: hop.interface, in: namespace)
      json.field("weight", hop.weight)
    }
    field("source", route.source)
    field("table", route.table)
    field("metric", route.metric)
    field("scope", route.scope.rawValue)
    field("origin", route.origin)
  }

  /// An interface of the same namespace: its index, and its name where it is still there.
  private mutating func write(interface index: UInt32, in namespace: Namespace) {
    field("interface", namespace.name(of: index))
    field("index", index)
  }
}
