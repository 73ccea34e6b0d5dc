public import Topology

/// What becomes of a packet, by every way that is possible.
public struct Evaluation: Equatable, Sendable {
  /// At least one: several where something is drawn by lot or not known.
  public var outcomes: [Outcome]
  /// Whether there are more than were looked at.
  public var isCut: Bool

  public init(outcomes: [Outcome], isCut: Bool = false) {
    self.outcomes = outcomes
    self.isCut = isCut
  }

  /// One way that a packet may go.
  public struct Outcome: Equatable, Sendable {
    /// In the order they happen.
    public var steps: [Step]
    public var end: End
    /// As it is at the end.
    public var packet: Packet
    /// What had to be assumed to come here.
    public var assumptions: [Assumption]
  }

  /// Something that happens to a packet in a chain: a rule that fits, or the chain's policy.
  public struct Step: Equatable, Sendable {
    public var hook: String
    public var chain: ChainID
    /// The rule's handle, or its place in a legacy chain; `nil` for the policy.
    public var rule: UInt64?
    public var verdict: Verdict
    /// What it made of the packet: `dnat to 10.22.0.5:80`.
    public var change: String?
    /// Why it may not fit after all; the same follows then.
    public var doubt: Doubt?
  }

  /// What a rule, or a chain's policy, does with a packet.
  public enum Verdict: Equatable, Sendable {
    case accept
    case drop
    case `continue`
    case `return`
    case jump(String)
    case goto(String)
    /// With the words for what its sender is told.
    case reject(String)
    /// Rules see it no more: it went elsewhere, in a few words.
    case taken(String)
  }

  public enum End: Equatable, Sendable {
    /// To this host.
    case delivered
    /// Out of an interface; `nil` where that is not known.
    case sent(String?)
    /// By the last step.
    case dropped
    case rejected
    case taken
    /// No rule but routing stopped it.
    case unroutable(String)
  }

  /// That a doubtful condition is true, or is not, or which value was drawn.
  public struct Assumption: Hashable, Sendable {
    public var doubt: Doubt
    public var choice: String
  }
}

extension Evaluation.End {
  public var isAccepted: Bool {
    switch self {
    case .delivered, .sent: true
    case .dropped, .rejected, .taken, .unroutable: false
    }
  }
}

extension Evaluation {
  public enum Conclusion: Equatable, Sendable {
    case accepted
    case stopped
    /// With what it depends on.
    case cannotTell([Doubt])
  }

  public var conclusion: Conclusion {
    let accepted = outcomes.count { $0.end.isAccepted }
    if isCut { return .cannotTell(doubts) }
    if accepted == outcomes.count { return .accepted }
    return accepted == 0 ? .stopped : .cannotTell(doubts)
  }

  private var doubts: [Doubt] {
    var doubts: [Doubt] = []
    for assumption in outcomes.flatMap(\.assumptions) where !doubts.contains(assumption.doubt) {
      doubts.append(assumption.doubt)
    }
    return doubts
  }
}
