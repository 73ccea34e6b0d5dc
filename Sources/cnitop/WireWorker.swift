import CNI
import Engine
import Files
import Kernel
import Screens
import Synchronization

/// Does what a person wants wired, one order at a time, on a thread of its own.
final class WireWorker: Sendable {
  /// Readable when there is news to take.
  private let updated: EventFD
  private let work: EventFD
  private let turn: EventFD
  private let state = Mutex(State())

  private struct State {
    var news: [WireNews] = []
    var answers: [String] = []
    var orders: [WireRequest] = []
    /// What a person said to the step that waits.
    var shallGoOn: Bool?
    var timeAsked = Duration.zero
  }

  init(updated: EventFD) throws(KernelError) {
    self.updated = updated
    work = try EventFD()
    turn = try EventFD()
    try onBackgroundThread { [self] in serve() }
  }

  func ask(_ request: WireRequest) {
    switch request {
    case .goOn, .stop:
      state.withLock { $0.shallGoOn = request == .goOn }
      turn.signal()
    case .plan, .perform, .check:
      state.withLock { $0.orders.append(request) }
      work.signal()
    }
  }

  /// What is new, once: of the order that is under way, and answers in one line.
  func take() -> (news: [WireNews], answers: [String]) {
    state.withLock { state in
      defer { (state.news, state.answers) = ([], []) }
      return (state.news, state.answers)
    }
  }

  private func serve() {
    while true {
      _ = wait(for: [(work.descriptor, .readable)], timeout: nil)
      work.clear()
      while let request = state.withLock({ $0.orders.isEmpty ? nil : $0.orders.removeFirst() }) {
        switch request {
        case .plan(let order): plan(order)
        case .perform(let order, let schedule): perform(order, schedule)
        case .check(let orders): check(orders)
        case .goOn, .stop: continue
        }
      }
    }
  }

  private func tell(_ news: WireNews) {
    state.withLock { $0.news.append(news) }
    updated.signal()
  }
}

extension WireWorker {
  private func plan(_ order: WireOrder) {
    do {
      tell(.planned(try order.plan()))
    } catch {
      tell(.failed("\(error)"))
    }
  }

  private func perform(_ order: WireOrder, _ schedule: WirePace) {
    state.withLock { ($0.shallGoOn, $0.timeAsked) = (nil, .zero) }
    turn.clear()
    let start = ContinuousClock.now
    do {
      try order.perform(before: observer(schedule)) { [self] isThere in
        tell(.namespace(isThere: isThere))
      }
      let asked = state.withLock(\.timeAsked)
      tell(.done(start.duration(to: .now) - asked))
    } catch {
      tell(.failed("\(error)"))
    }
  }

  private func observer(_ schedule: WirePace) -> PlanObserver {
    let hear: @Sendable (Progress) -> Void = { [self] progress in tell(.progress(progress)) }
    switch schedule {
    case .atOnce: return PlanObserver(hear: hear)
    case .stepwise:
      return PlanObserver(
        confirm: { [self] step throws(StepFailure) in try confirm(.step(step)) },
        confirmCall: { [self] words throws(StepFailure) in try confirm(.program(words)) },
        hear: hear)
    }
  }

  /// Waits until a person says what shall become of the step.
  private func confirm(_ matter: WireNews.Matter) throws(StepFailure) {
    let start = ContinuousClock.now
    tell(.asking(matter))
    while true {
      // Who has stopped once is not asked about the rest.
      let answer = state.withLock { state in
        defer { if state.shallGoOn == true { state.shallGoOn = nil } }
        return state.shallGoOn
      }
      if let answer {
        state.withLock { $0.timeAsked += start.duration(to: .now) }
        if !answer { throw .stopped }
        return
      }
      _ = wait(for: [(turn.descriptor, .readable)], timeout: nil)
      turn.clear()
    }
  }

  private func check(_ orders: [WireOrder]) {
    for order in orders {
      let answer: String
      do {
        try Runtime().check(order.attachment)
        answer = "CHECK of \(order.place) on \(order.attachment.network): all is as ADD left it"
      } catch {
        answer = "CHECK of \(order.place) on \(order.attachment.network): \(error)"
      }
      state.withLock { $0.answers.append(answer) }
    }
    updated.signal()
  }
}
