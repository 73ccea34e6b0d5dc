import Topology

extension App {
  /// Whether a row hides what it stands for until a person wants to see it.
  func isFoldedAtFirst(_ id: RowID) -> Bool {
    guard case .cni(.section(let section)) = id else { return id.isFolder }
    return shown.topology.cni.isFoldedAtFirst(section)
  }
}

extension CNISetup {
  /// A long cache is, and so are plugins where nobody looks.
  func isFoldedAtFirst(_ section: CNISection) -> Bool {
    switch section {
    case .agents, .configurations, .missing: false
    case .plugins(let path): !looksIn(path)
    case .cache: cache.count > 30
    }
  }

  func title(of section: CNISection) -> String {
    switch section {
    case .agents: "who reads the configuration"
    case .configurations(let path): "\(path), in the order it is read"
    case .missing: "missing plugins"
    case .plugins(let path): "plugins in \(path)" + (looksIn(path) ? "" : ", where nobody looks")
    case .cache: "result cache: \(cache.count) \(cache.count == 1 ? "entry" : "entries")"
    }
  }
}
