import TUI
import Export
import Topology

extension App {
  /// A row per change, the newest first.
  func eventRows() -> [Row] {
    history.events.reversed().map { event in
      let change = event.change
      let pod = change.subject == .namespace ? change.name : change.place
      let isFault = change.kind == .notice || change.subject == .gap
      return Row(
        id: .event(event.number),
        cells: [
          change.at.timeOfDay(offset: clockOffset), "\(change.kind.sign) \(change.subject.word)",
          change.name, change.detail, change.place ?? "", change.count > 1 ? "\(change.count)" : "",
        ], style: isYetToCome(event) ? .dim : change.kind.style, isFault: isFault,
        namespace: change.namespace,
        facets: Row.Facets(
          namespace: pod?.split(separator: "/").first?.lowercased() ?? "",
          pod: pod?.lowercased() ?? "", address: "\(change.name) \(change.detail)",
          bridge: change.detail.lowercased(),
          interface: change.subject == .link ? change.name.lowercased() : ""))
    }
  }

  var event: History.Event? {
    guard case .event(let number) = selected else { return nil }
    return history.event(number)
  }

  func eventDetails(_ event: History.Event) -> [Details.Entry] {
    let change = event.change
    let isKept = history[moment: event.moment] != nil
    return [
      .init("at", change.at.timeOfDay(offset: clockOffset)),
      .init("what", "\(change.kind.rawValue) \(change.subject.word)", change.kind.style),
      .init("name", change.name), .init("change", change.detail),
    ]
      + (change.place.map { [.init("in", $0)] } ?? [])
      + (change.count > 1 ? [.init("stands for", "\(change.count) changes")] : [])
      + [.init("v", isKept ? "shows the node as it was then" : "too long ago to be shown")]
  }
}

extension Change.Kind {
  var style: Style {
    switch self {
    case .added: .new
    case .removed: .gone
    case .changed: .changed
    case .notice: .notice
    }
  }
}
