import Topology

extension Comparison {
  mutating func compareSetups() {
    guard old.cni != new.cni else { return }
    compare(old.cni.agents, new.cni.agents, by: \.name, told: \.summary) { .agent($0) }
    compare(
      old.cni.configurations, new.cni.configurations, by: \.path, told: \.summary
    ) { .configuration($0) }
    compareContents()
    compare(
      old.cni.pluginDirectories, new.cni.pluginDirectories, by: \.path, told: \.summary
    ) { .pluginDirectory($0) }
  }

  /// A file that names the same plugins and says something else.
  private mutating func compareContents() {
    let then = old.cni.configurations.keyed(by: \.path)
    for file in new.cni.configurations {
      guard let earlier = then[file.path], earlier.summary == file.summary,
        earlier.lines != file.lines
      else { continue }
      report(.configuration(.changed(from: earlier, to: file)))
    }
  }

  mutating func compareGaps(_ before: [Gap], _ after: [Gap]) {
    guard before != after else { return }
    for gap in before.missing(from: after) { report(.gap(.removed(gap))) }
    for gap in after.missing(from: before) { report(.gap(.added(gap))) }
  }

  /// What is not told of an element makes no change.
  private mutating func compare<Element: Equatable & Sendable>(
    _ before: [Element], _ after: [Element], by key: (Element) -> String,
    told: (Element) -> String, event: (Difference<Element>) -> Change.Event
  ) {
    let then = before.keyed(by: key)
    let now = after.keyed(by: key)
    for element in before where now[key(element)] == nil { report(event(.removed(element))) }
    for element in after {
      guard let earlier = then[key(element)] else {
        report(event(.added(element)))
        continue
      }
      if told(earlier) != told(element) {
        report(event(.changed(from: earlier, to: element)))
      }
    }
  }
}
