import CNI
import Files
import SystemPackage
import Topology

extension CNISetup {
  init(_ files: NodeFiles) {
    self.init(
      configurations: files.configs.flatMap { directory in
        directory.files.map { ConfigurationFile($0, in: directory.path.string) }
      },
      pluginDirectories: files.plugins.map { NodePlugins($0) })
  }
}

extension ConfigurationFile {
  fileprivate init(_ file: ConfigFile, in directory: String) {
    let path = "\(directory)/\(file.name)"
    switch file.content {
    case .success(let config):
      self.init(
        path: path, network: config.name, version: config.cniVersion,
        plugins: config.plugins.map(\.type))
    case .failure(let failure): self.init(path: path, trouble: "\(failure)")
    }
  }
}

extension NodePlugins {
  fileprivate init(_ folder: PluginFolder) {
    self.init(
      path: folder.path.string,
      plugins: folder.programs.filter(\.facts.isExecutable).map(\.name),
      trouble: folder.gaps.first?.reason)
  }
}
