import Netlink
public import Topology

extension PacketRules {
  /// Whether one rule fits a packet, whatever is before it; `nil` where the rule is not here. What is not
  /// known of the packet leaves it open.
  public func fit(of handle: UInt64, in chain: ChainID, _ packet: Packet) -> Fit? {
    var choices: Choices? = Choices()
    var last: Fit?
    for _ in 0..<64 {
      guard let next = choices else { break }
      var evaluator = Evaluator(self, packet, NoRouteLookup(), next)
      evaluator.packet.tracking = packet.tracking
      guard let fit = evaluator.fit(handle, chain) else { return nil }
      if fit == .yes, evaluator.assumptions.isEmpty { return .yes }
      if fit != .no {
        last = fit == .yes ? .cannotTell(evaluator.assumptions[0].doubt) : fit
      }
      choices = evaluator.choices.successor
    }
    return last ?? .no
  }
}

extension Evaluator {
  /// Asks a rule's conditions, up to where it does something.
  fileprivate mutating func fit(_ handle: UInt64, _ chain: ChainID) -> Fit? {
    switch chain.table.backend {
    case .nftables:
      guard let id = NftChain.ID(chain), let content = rules.nftables[id],
        let rule = content.rules.first(where: { $0.handle == handle })
      else { return nil }
      table = id.table
      hook = content.chain.hook?.number ?? 0
      return fit(rule)
    case .legacy:
      guard
        let content = rules.legacy.first(where: { $0.id == chain.table })?
          .chain(named: chain.name), handle > 0, handle <= UInt64(content.rules.count)
      else { return nil }
      let rule = content.rules[Int(handle) - 1]
      return rule.matches.reduce(rule.head(fits: packet)) { fit, match in
        fit.and(fits(match))
      }
    }
  }

  private mutating func fit(_ rule: NftRule) -> Fit {
    for expression in rule.expressions {
      if expression.hasEffect, !expression.isLookup { break }
      if run(expression) == .noFit { return .no }
    }
    return doubts.first.map(Fit.cannotTell) ?? .yes
  }
}

extension Expression {
  fileprivate var isLookup: Bool {
    if case .lookup = self { true } else { false }
  }
}
