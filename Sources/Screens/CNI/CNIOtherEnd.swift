import Topology

extension App {
  /// Agent → the file it takes → its network's addresses; plugin → the file that calls it; cached
  /// result → its pod.
  mutating func goToOtherEnd(ofCNI rowID: CNIRowID) {
    let topology = shown.topology
    switch rowID {
    case .agent(let name): topology.cni.agent(name)?.taken.first.map { selectFile($0) }
    case .file(let path):
      let name = topology.cni.configuration(path)?.network
      let network = topology.networks.first { $0.sources.contains(path) || $0.name == name }
      network.map { show(.ipam, selecting: .network($0.id)) }
    case .plugin(_, let name):
      topology.cni.configurations.first { $0.plugins.contains(name) }.map { selectFile($0.path) }
    case .missing(let name):
      topology.cni.missingPlugins.first { $0.name == name }?.neededBy.first.map { selectFile($0) }
    case .cached(let path):
      topology.cni.cached(path)?.namespace.map { show(.pods, selecting: .namespace($0)) }
    case .section, .directory: return
    }
  }

  private mutating func selectFile(_ path: String) {
    if let index = rows.firstIndex(where: { $0.id == .cni(.file(path)) }) { select(index) }
  }
}
