import Export
import Topology

/// The whole screen moves through time; what the node does meanwhile is kept for the way back.
extension App {
  /// The time the screen shows.
  enum Clock: Sendable {
    case live
    /// Held still by a person.
    case frozen(ShownState)
    /// After some change, with a mark on what had come and gone.
    case past(moment: Int, ShownState)
  }

  var shown: ShownState {
    switch clock {
    case .live: latest
    case .frozen(let shown), .past(_, let shown): shown
    }
  }

  var isLive: Bool { if case .live = clock { true } else { false } }

  /// The number of the last moment that the screen takes in.
  private var currentMoment: Int? {
    switch clock {
    case .live: history.moments.last?.number
    case .frozen(let shown): history.moments.last { $0.shown.at <= shown.at }?.number
    case .past(let number, _): number
    }
  }

  /// A change later, or earlier where `step` is negative. After the last one it is now.
  mutating func goThroughTime(_ step: Int) {
    guard let current = currentMoment, let last = history.moments.last?.number else { return }
    let first = history.moments.first?.number ?? last
    let next = max(current + step, first)
    if next >= last { goLive() } else { visit(moment: next) }
  }

  mutating func goLive() {
    clock = .live
    rebuild()
    if view == .events { select(0) }
  }

  mutating func toggleFreeze() {
    clock = isLive ? .frozen(latest) : .live
    rebuild()
  }

  /// Shows the node as it was after some change, if that is still known.
  mutating func visit(moment number: Int) {
    guard let moment = history[moment: number] else { return }
    var shown = moment.shown
    shown.marks = Marks()
    if let before = history[moment: number - 1] {
      shown.marks.see(shown.topology, after: before.shown.topology, at: shown.at)
    }
    clock = .past(moment: number, shown)
    rebuild()
    if view == .events, let event = history.events.last(where: { $0.moment == number }),
      let index = rows.firstIndex(where: { $0.id == .event(event.number) })
    {
      select(index)
    }
  }

  /// Shows the node as it was after the selected event.
  mutating func visitSelected() {
    guard case .event(let number) = selected, let event = history.event(number) else { return }
    visit(moment: event.moment)
  }

  /// Shows the pod that the selected event tells of, at the last time that it was there.
  mutating func goToPod(of event: History.Event) {
    guard let pod = event.change.namespace else { return }
    if shown.topology[pod] == nil, let moment = history.lastMoment(with: pod) {
      visit(moment: moment.number)
    }
    guard let namespace = shown.topology[pod] else { return }
    if namespace.isHost {
      show(.links)
    } else {
      show(.pods, selecting: .namespace(pod))
    }
  }

  /// Whether something happened after what the screen shows.
  func isYetToCome(_ event: History.Event) -> Bool {
    guard !isLive, let current = currentMoment else { return false }
    return event.moment > current
  }
}
