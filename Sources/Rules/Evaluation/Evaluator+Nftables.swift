import Netlink
import Topology

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
    walk(base, length: \.rules.count) { evaluator, name in
      evaluator.rules.nftables[NftChain.ID(evaluator.table, name)]
    } run: { evaluator, chain, place in
      evaluator.run(chain.rules[place])
    } policy: { evaluator in
      evaluator.policy(of: base)
    }
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
