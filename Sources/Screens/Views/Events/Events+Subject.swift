import Export
import TUI
import Topology

extension Subject {
  static func event(_ number: Int) -> Subject {
    Subject(
      details: { app in app.time.history.event(number).map(app.details) ?? [] },
      commands: { app in
        let namespace = app.row?.namespace.flatMap { app.shown.topology[$0] }
        return namespace.map { Equivalent.commands(for: $0) } ?? []
      },
      otherEnd: { app in app.time.history.event(number).flatMap(app.placeOfPod) },
      name: { app in app.time.history.event(number)?.change.name })
  }
}

extension App {
  /// The namespace that an event tells of, at the last time that it was there.
  fileprivate func placeOfPod(of event: History.Event) -> Subject.Destination? {
    guard let id = event.change.namespace else { return nil }
    if let namespace = shown.topology[id] { return Self.place(of: namespace) }
    guard let moment = time.history.lastMoment(with: id) else { return nil }
    var destination = moment.shown.topology[id].map(Self.place)
    destination?.moment = moment.number
    return destination
  }

  private static func place(of namespace: Namespace) -> Subject.Destination {
    namespace.isHost ? .init(.links) : .init(.pods, .namespace(namespace.id))
  }

  fileprivate func details(of event: History.Event) -> [Details.Entry] {
    let change = event.change
    let isKept = time.history[moment: event.moment] != nil
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
