import Export
import TUI
import Topology

extension View {
  public static let events = View(
    digit: 6, title: "Events",
    listing: { _ in listingOfEvents }, empty: { _ in "Nothing has changed yet." },
    keys: [Binding(keys: ["v"], action: .visit, word: "then", help: "the node as it was then")],
    hasEvents: false, widens: true)

  /// The newest first.
  private static let listingOfEvents = Listing { app in
    app.time.history.events.reversed().map { event in
      EventItem(event, clockOffset: app.clockOffset, isYetToCome: app.isYetToCome(event))
    }
  }
}

/// A change of the node.
struct EventItem: Listed {
  var event: History.Event
  /// Of day.
  var time: String
  /// Later than what the screen shows.
  var isYetToCome: Bool
  /// The words of the change, made once.
  private var name: String
  private var detail: String
  private var change: Change { event.change }

  init(_ event: History.Event, clockOffset: Int, isYetToCome: Bool) {
    self.event = event
    self.isYetToCome = isYetToCome
    time = event.change.at.timeOfDay(offset: clockOffset)
    (name, detail) = (event.change.name, event.change.detail)
  }

  static let columns: [ListColumn<EventItem>] = [
    ListColumn("TIME", width: 8, priority: 9) { $0.time },
    ListColumn("WHAT", width: 8, maximum: 10, priority: 8) {
      "\($0.change.kind.sign) \($0.change.subject.word)"
    },
    ListColumn("NAME", width: 20, minimum: 12, maximum: 40, priority: 8) { $0.name },
    ListColumn("CHANGE", width: 30, minimum: 16, maximum: 200, priority: 7) { $0.detail },
    ListColumn("IN", width: 20, minimum: 10, maximum: 40, priority: 4) { $0.change.place ?? "" },
    ListColumn("CHANGES", width: 7, alignment: .right, priority: 2) {
      $0.change.count > 1 ? "\($0.change.count)" : ""
    },
  ]

  var outline: Row {
    let pod = change.subject == .namespace ? name : change.place
    return Row(
      id: .event(event.number), style: isYetToCome ? .dim : change.kind.style,
      isFault: change.kind == .notice || change.subject == .gap, namespace: change.namespace,
      facets: Row.Facets(
        namespace: pod?.split(separator: "/").first?.lowercased() ?? "",
        pod: pod?.lowercased() ?? "", address: "\(name) \(detail)",
        bridge: detail.lowercased(),
        interface: change.subject == .link ? name.lowercased() : ""))
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
