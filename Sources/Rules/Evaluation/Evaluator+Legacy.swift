import Addressing
import Netlink
import Topology

extension Evaluator {
  /// Runs a built-in chain of a legacy table, and what it jumps to.
  ///
  /// - Returns: how the packet ends here; `nil` when it goes on.
  mutating func run(_ table: LegacyRules, base: LegacyRules.Chain) -> Evaluation.End? {
    let before = packet
    let end = verdict(table, of: base)
    if table.table.name == "mangle", hook == InetHook.output.rawValue,
      packet.routingKey != before.routingKey
    {
      needsRoute = true
    }
    return end
  }

  private mutating func verdict(
    _ table: LegacyRules, of base: LegacyRules.Chain
  ) -> Evaluation.End? {
    walk(base, length: \.rules.count) { _, name in
      table.chain(named: name)
    } run: { evaluator, chain, place in
      evaluator.run(table, chain, place + 1)
    } policy: { evaluator in
      evaluator.policy(table, base)
    }
  }

  private mutating func policy(
    _ table: LegacyRules, _ base: LegacyRules.Chain
  ) -> Evaluation.End? {
    note(ChainID(table: table.id, name: base.name), rule: nil, base.drops ? .drop : .accept)
    return base.drops ? .dropped : nil
  }

  /// Runs a rule by its number, from 1.
  private mutating func run(
    _ table: LegacyRules, _ chain: LegacyRules.Chain, _ number: Int
  ) -> Progress {
    let rule = chain.rules[number - 1]
    doubts.removeAll()
    change = nil
    guard require(rule.head(fits: packet)) == .goOn else { return .noFit }
    for match in rule.matches {
      guard require(fits(match)) == .goOn else { return .noFit }
    }
    let progress: Progress
    switch rule.target {
    case .verdict(.continue): progress = .goOn
    case .verdict(let verdict): progress = settle() ? Progress(verdict) : .noFit
    case .named(let target): progress = settle() ? act(target) : .noFit
    }
    let id = ChainID(table: table.id, name: chain.name)
    switch progress {
    case .noFit: break
    case .goOn: note(id, rule: UInt64(number), .continue)
    case .verdict(let verdict): note(id, rule: UInt64(number), verdict)
    }
    return progress
  }
}

extension LegacyRule {
  /// Whether the entry's own fields fit, before its matches are asked.
  func head(fits packet: Packet) -> Fit {
    inverted(.source, source.has(packet.source, "source"))
      .and(inverted(.destination, destination.has(packet.destination, "destination")))
      .and(inverted(.inInterface, name(inInterface, fits: packet.inInterface)))
      .and(inverted(.outInterface, name(outInterface, fits: packet.outInterface)))
      .and(protocolFits(packet))
      .and(fragmentFits(packet))
  }

  private func inverted(_ inversion: Inversions, _ fit: Fit) -> Fit {
    inversions.contains(inversion) ? !fit : fit
  }

  private func name(_ pattern: String, fits interface: PacketInterface?) -> Fit {
    if pattern.isEmpty { return .yes }
    guard let interface else { return .no }
    guard let name = interface.name else { return .cannotTell(Doubt("interface")) }
    return Fit(pattern.hasSuffix("+") ? name.hasPrefix(pattern.dropLast()) : name == pattern)
  }

  private func protocolFits(_ packet: Packet) -> Fit {
    guard transport != 0 else { return .yes }
    let fit = Fit(packet.transport.map { UInt16($0) == transport }, "protocol")
    return inverted(.transport, fit)
  }

  private func fragmentFits(_ packet: Packet) -> Fit {
    guard isFragment else { return .yes }
    return inverted(.fragment, Fit(packet.fragmentOffset.map { $0 != 0 }, "fragment"))
  }
}

extension LegacyRule.MaskedAddress {
  fileprivate func has(_ other: IPAddress?, _ name: String) -> Fit {
    guard mask.number != 0 else { return .yes }
    guard let other else { return .cannotTell(Doubt(name)) }
    return Fit(other.family == address.family && other.number & mask.number == address.number)
  }
}
