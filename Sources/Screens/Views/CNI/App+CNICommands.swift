import Quoting
import Topology

extension App {
  func commands(for id: CNIRowID) -> [String] {
    let cni = shown.topology.cni
    switch id {
    case .section(.agents): return ["ps -C kubelet,containerd,crio -o args"]
    case .section(.configurations(let path)): return [Equivalent.list(path, "-l ")]
    case .section(.plugins(let path)): return [Equivalent.list(path, "-lL ")]
    case .section(.missing): return []
    case .section(.cache): return ["ls -l /var/lib/cni/results"]
    case .agent(let name): return cni.agent(name)?.commands ?? []
    case .file(let path): return Equivalent.read(path, by: "cat", "jq .")
    case .plugin(let directory, let name):
      guard let plugin = cni.plugin(directory, name) else { return [] }
      return plugin.commands("\(directory)/\(name)")
    case .directory(let path): return [Equivalent.list(path, "-ld ")]
    case .missing(let name):
      let places = cni.missingPlugins.first { $0.name == name }?.lookedIn ?? []
      return places.isEmpty
        ? [] : ["ls -l " + places.map { "\($0)/\(name)".shellWord }.joined(separator: " ")]
    case .cached(let path): return Equivalent.read(path, by: "jq .")
    }
  }

  /// What `y` copies of a row of the CNI view.
  func name(of id: CNIRowID) -> String {
    switch id {
    case .section: view.title
    case .agent(let name), .missing(let name): name
    case .file(let path), .directory(let path): path
    case .plugin(let directory, let name): "\(directory)/\(name)"
    case .cached(let path): shown.topology.cni.cached(path)?.pod ?? path
    }
  }
}

extension CNIAgent {
  fileprivate var commands: [String] {
    var commands = files.flatMap { Equivalent.read($0, by: "cat") }
    if case .running(let process) = presence { commands.insert("ps -o args= -p \(process)", at: 0) }
    return commands + (confDirectory.map { [Equivalent.list($0, "-l ")] } ?? [])
  }
}

extension Plugin {
  fileprivate func commands(_ path: String) -> [String] {
    let list = Equivalent.list(path, "-lL ")
    guard path.isWhole else { return [list] }
    switch state {
    case .callable:
      return [
        #"CNI_COMMAND=VERSION \#(path.shellWord) <<<'{"cniVersion":"1.0.0"}'"#, list,
      ]
    case .notExecutable, .worldWritable: return [list]
    case .foreign, .noProgram: return ["file -L \(path.shellWord)", list]
    }
  }
}
