import TUI
import Topology

extension Subject {
  static func cni(_ id: CNIRowID) -> Subject {
    Subject(
      details: { $0.details(of: id) }, commands: { $0.commands(for: id) },
      otherEnd: { $0.shown.topology.otherEnd(of: id) }, name: { $0.name(of: id) })
  }
}

extension Topology {
  /// Agent → the file it takes → its network's addresses; plugin → the file that calls it; cached
  /// result → its pod.
  fileprivate func otherEnd(of id: CNIRowID) -> Subject.Destination? {
    switch id {
    case .agent(let name): Self.file(cni.agent(name)?.taken.first)
    case .file(let path): network(of: path).map { .init(.ipam, .network($0.id)) }
    case .plugin(_, let name):
      Self.file(cni.configurations.first { $0.plugins.contains(name) }?.path)
    case .missing(let name):
      Self.file(cni.missingPlugins.first { $0.name == name }?.neededBy.first)
    case .cached(let path): cni.cached(path)?.namespace.map { .init(.pods, .namespace($0)) }
    case .section, .directory: nil
    }
  }

  private func network(of path: String) -> Network? {
    let name = cni.configuration(path)?.network
    return networks.first { $0.sources.contains(path) || $0.name == name }
  }

  private static func file(_ path: String?) -> Subject.Destination? {
    path.map { .init(.cni, .cni(.file($0))) }
  }
}
