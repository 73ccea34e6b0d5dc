import Export
import Topology

/// The whole screen moves through time; what the node does meanwhile is kept for the way back.
extension App {
  /// A change later, or earlier where `step` is negative. After the last one it is now.
  mutating func goThroughTime(_ step: Int) {
    let moments = time.history.moments
    guard let current = time.currentMoment, let last = moments.last?.number else { return }
    let next = max(current + step, moments.first?.number ?? last)
    if next >= last { goLive() } else { visit(moment: next) }
  }

  mutating func goLive() {
    time.clock = .live
    rebuild()
    if view == .events { select(0) }
  }

  mutating func toggleFreeze() {
    time.clock = time.isLive ? .frozen(time.latest) : .live
    rebuild()
  }

  mutating func visit(moment number: Int) {
    guard time.visit(moment: number) else { return }
    rebuild()
    if view == .events, let event = time.history.events.last(where: { $0.moment == number }),
      let index = rows.firstIndex(where: { $0.id == .event(event.number) })
    {
      select(index)
    }
  }

  /// Shows the node as it was after the selected event.
  mutating func visitSelected() {
    guard case .event(let number) = selected, let event = time.history.event(number) else { return }
    visit(moment: event.moment)
  }

  /// Whether something happened after what the screen shows.
  func isYetToCome(_ event: History.Event) -> Bool {
    guard !time.isLive, let current = time.currentMoment else { return false }
    return event.moment > current
  }
}
