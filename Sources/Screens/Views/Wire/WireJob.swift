import Engine

/// An order on its way: its plan, and how far it is.
struct WireJob: Sendable {
  enum Stage: Equatable, Sendable {
    case planning
    case planned
    case running
    /// The next step waits for a person.
    case asking
    case done(Duration)
    case failed(String)
  }

  /// A line of the plan.
  struct Entry: Sendable {
    var operation: Operation
    var state = State.planned

    enum Operation: Hashable, Sendable {
      case makeNamespace(String)
      case deleteNamespace(String)
      case step(Step)
      /// Another program, and what it is called for: `portmap ADD`.
      case program(String)
    }

    enum State: Hashable, Sendable {
      case planned
      case current
      case done
      /// There was nothing to do; in words.
      case alreadySo(String)
      case failed(String)
      case undone
    }
  }

  let order: WireOrder
  var stage = Stage.planning
  var entries: [Entry] = []
  /// What was wired when it began.
  let before: WirePicture

  init(_ order: WireOrder, before: WirePicture) {
    self.order = order
    self.before = before
  }

  /// The entry that is under way, or comes next.
  var current: Int? { entries.firstIndex { $0.state == .current || $0.state == .planned } }

  /// How many are done.
  var progress: Int { entries.count { $0.state.isDone } }
}

extension WireJob.Entry {
  fileprivate var isStep: Bool { if case .step = operation { true } else { false } }
}

extension WireJob.Entry.State {
  var isDone: Bool {
    switch self {
    case .done, .alreadySo: true
    case .planned, .current, .failed, .undone: false
    }
  }
}

extension WireJob {
  /// Takes in what has happened.
  mutating func hear(_ news: WireNews) {
    switch news {
    case .planned(let plan):
      entries = lines(of: plan)
      stage = .planned
    case .asking(let matter):
      switch matter {
      case .step(let step): set(.step(step), .current)
      case .program(let words): set(program: words, .current)
      }
      stage = .asking
    case .progress(let progress): hear(progress)
    case .namespace(let isThere):
      guard let name = order.newNamespace else { return }
      set(.makeNamespace(name), isThere ? .done : .undone)
      set(.deleteNamespace(name), .done)
    case .done(let time): stage = .done(time)
    case .failed(let reason):
      for index in entries.indices where entries[index].state == .current {
        entries[index].state = .planned
      }
      stage = .failed(reason)
    }
  }

  private func lines(of plan: ChainPlan) -> [Entry] {
    let steps =
      plan.before.map { Entry(operation: .program($0)) }
      + plan.bridge.steps.map { Entry(operation: .step($0)) }
      + plan.after.map { Entry(operation: .program($0)) }
    guard let name = order.newNamespace else { return steps }
    return order.verb == .add
      ? [Entry(operation: .makeNamespace(name))] + steps
      : steps + [Entry(operation: .deleteNamespace(name))]
  }

  private mutating func hear(_ progress: Progress) {
    switch progress {
    // Between the plan that was shown and this one, an address may have been taken; and it comes
    // again when another IPAM plugin has answered.
    case .planned(let plan): replan(plan)
    case .began(let step):
      set(.step(step), .current)
      stage = .running
    case .ended(let report):
      set(.step(report.step), report.hasChanged ? .done : .alreadySo(report.detail))
    case .failed(let step, let failure): set(.step(step), .failed("\(failure)"))
    case .undone(let step, let leftovers):
      set(.step(step), leftovers.isEmpty ? .undone : .failed(leftovers.joined(separator: "; ")))
    case .called(let words): set(program: words, .done)
    }
  }

  private mutating func replan(_ plan: Plan) {
    let states = Dictionary(entries.map { ($0.operation, $0.state) }, uniquingKeysWith: { $1 })
    let steps = plan.steps.map { step in
      Entry(operation: .step(step), state: states[.step(step)] ?? .planned)
    }
    let place = entries.firstIndex(where: \.isStep) ?? entries.count
    entries.removeAll(where: \.isStep)
    entries.insert(contentsOf: steps, at: min(place, entries.count))
  }

  private mutating func set(_ operation: Entry.Operation, _ state: Entry.State) {
    guard let index = entries.firstIndex(where: { $0.operation == operation }) else { return }
    // Why it failed matters more than that it was undone too.
    if case .failed = entries[index].state, state == .undone { return }
    entries[index].state = state
  }

  /// A call is told of as `ADD of portmap`.
  private mutating func set(program words: String, _ state: Entry.State) {
    let name = words.split(separator: " ").last ?? ""
    let index = entries.firstIndex { entry in
      guard case .program(let title) = entry.operation, !entry.state.isDone else { return false }
      return title.split(separator: " ").first == name
    }
    if let index { entries[index].state = state }
  }
}
