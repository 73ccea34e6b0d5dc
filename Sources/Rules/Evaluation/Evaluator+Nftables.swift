import Netlink
import Topology

/// What an expression leads to.
enum Progress: Equatable {
  /// The rule's next expression.
  case goOn
  /// The rule does not fit.
  case noFit
  case verdict(Evaluation.Verdict)
}

extension Evaluator {
  /// Runs a base chain, and what it jumps to.
  ///
  /// - Returns: how the packet ends here; `nil` when it goes on.
  mutating func run(base chain: NftRules.Chain) -> Evaluation.End? {
    let before = packet
    table = chain.chain.id.table
    let end = verdict(of: chain)
    if chain.chain.hook?.type == "route", packet.routingKey != before.routingKey {
      needsRoute = true
    }
    return end
  }

  private mutating func verdict(of base: NftRules.Chain) -> Evaluation.End? {
    var calls: [(chain: NftRules.Chain, next: Int)] = []
    var (chain, next) = (base, 0)
    while true {
      guard next < chain.rules.count else {
        // What was called by goto does not come back here.
        guard let caller = calls.popLast() else { break }
        (chain, next) = caller
        continue
      }
      let rule = chain.rules[next]
      next += 1
      switch run(rule) {
      case .goOn, .noFit, .verdict(.continue): continue
      case .verdict(.accept): return nil
      case .verdict(.drop): return .dropped
      case .verdict(.reject): return .rejected
      case .verdict(.taken): return .taken
      case .verdict(.return):
        guard let caller = calls.popLast() else { return policy(of: base) }
        (chain, next) = caller
      case .verdict(.jump(let name)):
        guard calls.count < maximumCalls, let target = chainNamed(name) else { return .dropped }
        calls.append((chain, next))
        (chain, next) = (target, 0)
      case .verdict(.goto(let name)):
        guard let target = chainNamed(name) else { return .dropped }
        (chain, next) = (target, 0)
      }
    }
    return policy(of: base)
  }

  /// `nil` as well where chains lead in a circle, which the kernel refuses.
  private func chainNamed(_ name: String) -> NftRules.Chain? {
    steps.count < maximumSteps ? rules.nftables[NftChain.ID(table, name)] : nil
  }

  private mutating func policy(of base: NftRules.Chain) -> Evaluation.End? {
    let drops = base.chain.hook?.drops ?? false
    note(ChainID(base.chain.id), rule: nil, drops ? .drop : .accept)
    return drops ? .dropped : nil
  }

  private mutating func run(_ rule: NftRule) -> Progress {
    doubts.removeAll()
    change = nil
    var progress = Progress.goOn
    for expression in rule.expressions {
      if expression.hasEffect, !settle() { return .noFit }
      progress = run(expression)
      if progress != .goOn { break }
    }
    switch progress {
    case .noFit: return .noFit
    case .goOn: note(ChainID(rule.chain), rule: rule.handle, .continue)
    case .verdict(let verdict): note(ChainID(rule.chain), rule: rule.handle, verdict)
    }
    return progress
  }

  /// Keeps in mind what happened.
  mutating func note(_ chain: ChainID, rule: UInt64?, _ verdict: Evaluation.Verdict) {
    steps.append(
      Evaluation.Step(
        hook: hookName, chain: chain, rule: rule, verdict: verdict, change: change,
        doubt: doubts.first))
    change = nil
    doubts.removeAll()
  }

  /// A condition; the rule goes on where it cannot be told, and that is settled before anything is
  /// done.
  mutating func require(_ fit: Fit) -> Progress {
    switch fit {
    case .yes: return .goOn
    case .no: return .noFit
    case .cannotTell(let doubt):
      doubts.append(doubt)
      return .goOn
    }
  }
}

extension Packet {
  /// What routing goes by, and rules may change.
  struct RoutingKey: Equatable {
    var packet: Packet
  }

  var routingKey: RoutingKey {
    var key = Packet(family)
    (key.source, key.destination, key.mark, key.trafficClass) =
      (source, destination, mark, trafficClass)
    return RoutingKey(packet: key)
  }
}

/// `NFT_JUMP_STACK_SIZE`
private let maximumCalls = 16
private let maximumSteps = 10_000
