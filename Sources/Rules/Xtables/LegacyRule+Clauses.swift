import Addressing
import Netlink
import Topology

extension Rule {
  /// A rule of iptables-legacy, in the words of iptables-save.
  init(_ rule: LegacyRule, id: RuleID, of owner: Owner?) {
    self.init(id: id, rule.clauses(isIPv6: id.chain.table.family == "ip6"), of: owner)
  }
}

extension LegacyRule {
  fileprivate func clauses(isIPv6: Bool) -> [Clause] {
    var clauses: [Clause] = []
    clauses.reserveCapacity(8)
    clauses.append(Clause(.counter(RuleCounter(counter)), ""))
    addConditions(to: &clauses)
    for match in matches { match.addClauses(to: &clauses) }
    switch target {
    case .verdict(let verdict): clauses.append(verdict.legacyClause)
    case .named(let target): clauses.append(target.targetClause(isIPv6: isIPv6))
    }
    return clauses
  }

  private func addConditions(to clauses: inout [Clause]) {
    if let source = source.clause(.source, "-s", isInverted: inversions.contains(.source)) {
      clauses.append(source)
    }
    let isInverted = inversions.contains(.destination)
    if let destination = destination.clause(.destination, "-d", isInverted: isInverted) {
      clauses.append(destination)
    }
    if !inInterface.isEmpty {
      clauses.append(
        Clause(option: "-i", .inInterface, inInterface, inversions.contains(.inInterface)))
    }
    if !outInterface.isEmpty {
      clauses.append(
        Clause(option: "-o", .outInterface, outInterface, inversions.contains(.outInterface)))
    }
    if transport != 0 {
      let name = transportName(UInt8(truncatingIfNeeded: transport))
      clauses.append(Clause(option: "-p", .transport, name, inversions.contains(.transport)))
    }
    if isFragment {
      clauses.append(Clause(.other, inversions.contains(.fragment) ? "! -f" : "-f"))
    }
  }
}

extension LegacyRule.MaskedAddress {
  /// `nil` where any address will do.
  fileprivate func clause(_ role: Clause.Role, _ option: String, isInverted: Bool) -> Clause? {
    guard isInverted || mask.number != 0 else { return nil }
    guard let length = mask.maskLength, let prefix = Prefix(address, length: length) else {
      return Clause(option: option, role, "\(address)/\(mask)", isInverted)
    }
    var clause = Clause(option: option, role, prefix.description, isInverted)
    if !isInverted { clause.prefix = prefix }
    return clause
  }
}

extension RuleVerdict {
  /// What a rule whose target is the standard one says.
  fileprivate var legacyClause: Clause {
    switch self {
    case .drop: Clause(.action(.drop), "-j DROP")
    case .accept: Clause(.action(.accept), "-j ACCEPT")
    case .queue: Clause(.other, "-j QUEUE")
    case .return: Clause(.action(.return), "-j RETURN")
    case .continue: Clause(.action(.other), "")  // to the next rule: no target
    case .jump(let chain): Clause(.action(.jump(chain)), "-j", value: chain)
    case .goto(let chain): Clause(.action(.goto(chain)), "-g", value: chain)
    case .other(let place): Clause(.other, "[jump \(place)]")
    }
  }
}
