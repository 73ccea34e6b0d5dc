import Netlink
import Topology

extension Namespace {
  /// What was read of a namespace, with the containers that live there and the name they give it.
  init(_ facts: NamespaceFacts, isHome: Bool, containers: [Container], peers: PeerFinder) {
    let content = facts.content
    var interfaces = content.links.values.sorted { $0.index < $1.index }
      .map { Interface($0, in: facts, peers: peers) }
    let forwarding = Dictionary(grouping: content.forwarding, by: \.interface)
    if !forwarding.isEmpty {
      for position in interfaces.indices {
        let entries = forwarding[interfaces[position].id.index] ?? []
        interfaces[position].forwarding = entries.compactMap { ForwardingEntry($0) }
      }
    }
    self.init(
      id: facts.id, isHost: isHome,
      label: Label(facts, isHome: isHome, containers: containers), paths: facts.paths,
      processes: facts.processes, nsid: facts.nsid, containers: containers,
      interfaces: interfaces, routes: content.routes.map(Route.init),
      neighbours: content.neighbours.compactMap { Neighbour($0) }, since: facts.since,
      error: facts.error)
  }
}

extension Namespace.Label {
  /// The best name there is: a pod's or container's, then the file's, then a process's.
  fileprivate init(_ facts: NamespaceFacts, isHome: Bool, containers: [Container]) {
    if isHome {
      self.init(text: "host", source: .host)
    } else if let container = containers.first {
      self.init(text: container.title, source: container.source)
    } else if let path = facts.paths.first {
      self.init(text: String(path.split(separator: "/").last ?? "?"), source: .netns)
    } else if let process = facts.processes.first {
      self.init(text: "\(process.name) (\(process.id))", source: .process)
    } else {
      self.init(text: "\(facts.id)", source: .none)
    }
  }
}
