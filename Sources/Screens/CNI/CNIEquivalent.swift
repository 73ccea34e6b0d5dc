import Topology

extension App {
  func cniCommands(_ thing: CNIThing) -> [String] {
    let cni = shown.topology.cni
    switch thing {
    case .section(.agents): return ["ps -C kubelet,containerd,crio -o args"]
    case .section(.configurations(let path)): return ["ls -l \(path.shellWord)"]
    case .section(.plugins(let path)): return ["ls -lL \(path.shellWord)"]
    case .section(.missing): return []
    case .section(.cache): return ["ls -l /var/lib/cni/results"]
    case .agent(let name): return cni.agent(name)?.commands ?? []
    case .file(let path): return ["cat \(path.shellWord)", "jq . \(path.shellWord)"]
    case .plugin(let directory, let name):
      guard let plugin = cni.plugin(directory, name) else { return [] }
      return plugin.commands("\(directory)/\(name)".shellWord)
    case .directory(let path): return ["ls -ld \(path.shellWord)"]
    case .missing(let name):
      let places = cni.missingPlugins.first { $0.name == name }?.lookedIn ?? []
      return places.isEmpty
        ? [] : ["ls -l " + places.map { "\($0)/\(name)".shellWord }.joined(separator: " ")]
    case .cached(let path): return ["jq . \(path.shellWord)"]
    }
  }

  /// What `y` copies of a row of the CNI view.
  func cniValue(_ thing: CNIThing) -> String {
    switch thing {
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
    var commands = files.map { "cat \($0.shellWord)" }
    if case .running(let process) = presence { commands.insert("ps -o args= -p \(process)", at: 0) }
    return commands + (confDirectory.map { ["ls -l \($0.shellWord)"] } ?? [])
  }
}

extension Plugin {
  fileprivate func commands(_ path: String) -> [String] {
    switch state {
    case .callable:
      [#"CNI_COMMAND=VERSION \#(path) <<<'{"cniVersion":"1.0.0"}'"#, "ls -lL \(path)"]
    case .notExecutable, .worldWritable: ["ls -lL \(path)"]
    case .foreign, .noProgram: ["file -L \(path)", "ls -lL \(path)"]
    }
  }
}
