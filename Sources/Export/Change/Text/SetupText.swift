import Topology

extension Difference<ConfigurationFile> {
  var text: String {
    if case .changed(let before, let after) = self, before.summary == after.summary {
      return "its content changed"
    }
    return text(\.summary)
  }
}

extension Difference<Gap> {
  var text: String {
    switch self {
    case .removed(let gap): "no longer: \(gap.reason)"
    case .added(let gap), .changed(_, let gap):
      gap.reason + (gap.advice.map { " (\($0))" } ?? "")
    }
  }
}

extension ConfigurationFile {
  /// `mynet 1.0.0: bridge, portmap`
  var summary: String {
    if let error { return error }
    let title = [network, version].compactMap { $0 }.joined(separator: " ")
    return "\(title): \(plugins.joined(separator: ", "))"
  }
}

extension PluginDirectory {
  var summary: String { error ?? plugins.joined(separator: ", ") }
}
