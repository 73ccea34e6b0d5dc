import Export
import Topology

/// The node now, as it was, and which of these the screen shows.
struct Timeline: Sendable {
  private(set) var latest: App.ShownState
  var clock = Clock.live
  private(set) var history = History()
  private(set) var growth = Growth()

  /// The time the screen shows.
  enum Clock: Sendable {
    case live
    /// Held still by a person.
    case frozen(App.ShownState)
    /// After some change, with a mark on what had come and gone.
    case past(moment: Int, App.ShownState)
  }

  /// What a look at the node has brought.
  struct News {
    /// Rows came, went or changed, or the marks on them.
    var changesRows: Bool
    var hasEvents: Bool
  }

  init(latest: App.ShownState) {
    self.latest = latest
  }

  var shown: App.ShownState {
    switch clock {
    case .live: latest
    case .frozen(let shown), .past(_, let shown): shown
    }
  }

  var isLive: Bool { if case .live = clock { true } else { false } }

  /// The number of the last moment that the screen takes in.
  var currentMoment: Int? {
    switch clock {
    case .live: history.moments.last?.number
    case .frozen(let shown): history.moments.last { $0.shown.at <= shown.at }?.number
    case .past(let number, _): number
    }
  }

  mutating func see(
    topology: Topology?, traffic: Traffic?, changes: [Change], at now: Timestamp
  ) -> News {
    let hasFaded = latest.marks.fade(at: now)
    if let topology {
      growth.see(topology, at: now)
      latest.marks.see(topology, after: latest.topology, at: now)
      latest.topology = topology
    }
    latest.traffic = traffic ?? latest.traffic
    latest.at = now
    return News(changesRows: topology != nil || hasFaded, hasEvents: record(changes))
  }

  /// Keeps what happened. The first look at the node is a moment too.
  private mutating func record(_ changes: [Change]) -> Bool {
    let telling = changes.filter { !$0.isRoutine }
    guard !latest.topology.isNothing, !telling.isEmpty || history.moments.isEmpty else {
      return false
    }
    history.record(latest, after: telling)
    return true
  }

  /// Shows the node as it was after some change, if that is still known.
  mutating func visit(moment number: Int) -> Bool {
    guard let moment = history[moment: number] else { return false }
    var shown = moment.shown
    shown.marks = Marks()
    if let before = history[moment: number - 1] {
      shown.marks.see(shown.topology, after: before.shown.topology, at: shown.at)
    }
    clock = .past(moment: number, shown)
    return true
  }
}
