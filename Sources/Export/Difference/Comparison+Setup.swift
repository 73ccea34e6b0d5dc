import Topology

extension Comparison {
  mutating func compareSetups() {
    guard old.cni != new.cni else { return }
    compare(old.cni.agents, new.cni.agents, by: \.name, words: { $0.words })
    compare(
      old.cni.configurations, new.cni.configurations, by: \.path,
      words: { $0.words })
    compareContents()
    compare(
      old.cni.pluginDirectories, new.cni.pluginDirectories, by: \.path,
      words: { $0.words })
  }

  /// A file that names the same plugins and says something else.
  private mutating func compareContents() {
    let then = Dictionary(old.cni.configurations.map { ($0.path, $0) }) { first, _ in first }
    for file in new.cni.configurations {
      guard let earlier = then[file.path], earlier.words == file.words, earlier.lines != file.lines
      else { continue }
      report(.changed, .configuration, file.path, "its content changed")
    }
  }

  mutating func compareGaps(_ before: [Gap], _ after: [Gap]) {
    guard before != after else { return }
    for gap in before.missing(from: after) {
      report(.removed, .gap, gap.subject, "no longer: \(gap.reason)")
    }
    for gap in after.missing(from: before) {
      report(.added, .gap, gap.subject, gap.reason + (gap.advice.map { " (\($0))" } ?? ""))
    }
  }

  private mutating func compare<Element: Equatable>(
    _ before: [Element], _ after: [Element], by path: KeyPath<Element, String>,
    words: (Element) -> String
  ) {
    let then = Dictionary(before.map { ($0[keyPath: path], $0) }) { first, _ in first }
    let now = Dictionary(after.map { ($0[keyPath: path], $0) }) { first, _ in first }
    for element in before where now[element[keyPath: path]] == nil {
      report(.removed, .configuration, element[keyPath: path], words(element))
    }
    for element in after {
      let name = element[keyPath: path]
      guard let earlier = then[name] else {
        report(.added, .configuration, name, words(element))
        continue
      }
      if words(earlier) != words(element) {
        report(.changed, .configuration, name, "\(words(earlier)) → \(words(element))")
      }
    }
  }
}

extension ConfigurationFile {
  fileprivate var words: String {
    if let error { return error }
    let title = [network, version].compactMap { $0 }.joined(separator: " ")
    return "\(title): \(plugins.joined(separator: ", "))"
  }
}

extension CNIAgent {
  fileprivate var words: String { summary }
}

extension PluginDirectory {
  fileprivate var words: String { error ?? plugins.joined(separator: ", ") }
}
