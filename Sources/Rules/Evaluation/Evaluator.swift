import Addressing
import Netlink
import Topology

extension PacketRules {
  /// What becomes of a packet: a pure function of rules, routes and the packet. No more than `limit`
  /// ways are looked at where several are possible.
  public func evaluate(
    _ packet: Packet, routes: any RouteLookup, limit: Int = 512
  ) -> Evaluation {
    var evaluation = Evaluation(outcomes: [])
    var choices: Choices? = Choices()
    var runs = 0
    while let next = choices {
      guard runs < limit else {
        evaluation.isCut = true
        break
      }
      var evaluator = Evaluator(self, packet, routes, next)
      let outcome = evaluator.outcome()
      if !evaluation.outcomes.contains(where: outcome.isLike) {
        evaluation.outcomes.append(outcome)
      }
      choices = evaluator.choices.successor
      runs += 1
    }
    return evaluation
  }
}

extension Evaluation.Outcome {
  /// Whether the same happens, whatever was assumed.
  fileprivate func isLike(_ other: Self) -> Bool {
    end == other.end && packet == other.packet && steps == other.steps
  }
}

/// Takes one packet through all chains that see it, the way the kernel does.
///
/// What it makes of an expression is in the file of the expression's name below `Expressions`.
struct Evaluator {
  let rules: PacketRules
  let routes: any RouteLookup
  var choices: Choices
  var packet: Packet {
    didSet { headers = nil }
  }
  private var headers: PacketHeaders?
  /// What connection tracking will make of the packet when it sees it.
  var pendingTracking: Tracking
  var registers = Registers()
  var steps: [Evaluation.Step] = []
  var assumptions: [Evaluation.Assumption] = []
  /// Conditions of the rule at hand that may be true or not.
  var doubts: [Doubt] = []
  /// What the rule at hand has made of the packet, in words.
  var change: String?
  /// Sets that rules of this run have changed.
  var changedSets: [NftSet.ID: SetContent] = [:]
  /// `NF_INET_*` and its name.
  var hook: UInt32 = 0
  var hookName = ""
  /// Something that routing goes by has changed since the packet got its route.
  var needsRoute = false
  /// Which addresses of the connection are settled: `IPS_SRC_NAT_DONE`, `IPS_DST_NAT_DONE`.
  var isSourceSettled = false
  var isDestinationSettled = false
  var table = NftTable.ID(.any, "")

  init(_ rules: PacketRules, _ packet: Packet, _ routes: any RouteLookup, _ choices: Choices) {
    self.rules = rules
    self.routes = routes
    self.choices = choices
    self.packet = packet
    pendingTracking = packet.tracking
    self.packet.tracking = .none
  }

  mutating func outcome() -> Evaluation.Outcome {
    let end = pass()
    return Evaluation.Outcome(steps: steps, end: end, packet: packet, assumptions: assumptions)
  }

  var place: PacketPlace { PacketPlace(hook: hook, routes: routes) }

  mutating func currentHeaders() -> PacketHeaders {
    if let headers { return headers }
    let made = PacketHeaders(packet)
    headers = made
    return made
  }

  /// Goes one of several ways, and keeps in mind which.
  mutating func choose(_ count: Int, _ doubt: Doubt, _ name: (Int) -> String) -> Int {
    guard count > 1 else { return 0 }
    let choice = choices.next(count)
    let assumption = Evaluation.Assumption(doubt: doubt, choice: name(choice))
    if !assumptions.contains(assumption) { assumptions.append(assumption) }
    return choice
  }

  /// Whether the rule fits so far: where that cannot be told, both ways are gone.
  mutating func settle() -> Bool {
    guard let doubt = doubts.first else { return true }
    doubts.removeAll()
    return choose(2, doubt) { $0 == 0 ? "fits" : "does not fit" } == 0
  }
}
