import CNI
import NodeSetup
import Topology

extension CNISetup {
  /// What the files say, and what follows for whoever reads them on this host; the cache is left out.
  init(_ snapshot: Snapshot, _ routing: SubnetConflicts.Routing?) {
    let files = snapshot.files
    let plugins = InstalledPlugins(files, versions: snapshot.pluginVersions)
    let readers = Reader.all(files)
    let selections = readers.map { ConfigSelection($0, files, plugins) }
    let subnets = SubnetConflicts(files, routing)
    self.init(
      agents: (KubeletCheck(files, selections).map { [$0.agent] } ?? []) + selections.map(\.agent),
      pluginDirectories: plugins.directories)
    for directory in files.configs {
      let paths = directory.files.map { "\(directory.path)/\($0.name)" }
      for (path, file) in zip(paths, directory.files) {
        var configuration = ConfigurationFile(file, path: path)
        configuration.verdicts = selections.compactMap { $0.verdicts[path] }
        let places = InstalledPlugins.places(of: directory, readers, files)
        let config = try? file.content.get()
        configuration.findings += config.map { plugins.findings(of: $0, in: places) } ?? []
        configuration.findings += subnets.findings(of: path) + directory.namesakes(of: file)
        configuration.findings.sort { $0.severity < $1.severity }
        configurations.append(configuration)
        for name in config?.programs ?? [] where plugins.find(name, in: places) == nil {
          note(missing: name, neededBy: path, places)
        }
      }
    }
    missingPlugins.sort { $0.name < $1.name }
  }

  private mutating func note(missing name: String, neededBy path: String, _ places: [String]) {
    guard let index = missingPlugins.firstIndex(where: { $0.name == name }) else {
      missingPlugins.append(MissingPlugin(name: name, neededBy: [path], lookedIn: places))
      return
    }
    missingPlugins[index].neededBy.append(path)
    for place in places where !missingPlugins[index].lookedIn.contains(place) {
      missingPlugins[index].lookedIn.append(place)
    }
  }
}

extension ConfigurationFile {
  fileprivate init(_ file: ConfigFile, path: String) {
    let findings = file.findings.map { CNISetup.Finding($0) }
    switch file.content {
    case .success(let config):
      self.init(
        path: path, network: file.network, version: config.chosenVersion,
        plugins: config.plugins.map(\.type), findings: findings, lines: file.lines)
    case .failure(let failure):
      self.init(
        path: path, error: findings.first?.text ?? "\(failure)", findings: findings,
        lines: file.lines)
    }
  }
}

extension CNISetup.Finding {
  fileprivate init(_ finding: ConfigFinding) {
    switch finding.severity {
    case .broken: self.init(.broken, finding.text)
    case .suspect: self.init(.suspect, finding.text)
    case .hint: self.init(.hint, finding.text)
    }
  }
}

extension ConfigDirectory {
  /// Another file with the same network: whoever looks by name takes only one of them.
  fileprivate func namesakes(of file: ConfigFile) -> [CNISetup.Finding] {
    guard let network = file.network else { return [] }
    let others = files.filter { $0.network == network && $0.name != file.name }.map(\.name)
    guard !others.isEmpty else { return [] }
    return [
      .init(.suspect, "the network \(network) is also in \(others.joined(separator: ", "))")
    ]
  }
}
