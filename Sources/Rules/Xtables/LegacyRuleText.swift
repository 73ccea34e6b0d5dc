import Addressing
import Netlink
import Topology

/// Says what rules of iptables-legacy do, in the words of iptables-save.
struct LegacyRuleText {
  private let context: XtContext
  private var clauses: [Clause] = []

  init(_ table: LegacyTable) {
    context = XtContext(isIPv6: table.isIPv6, setNames: table.setNames)
  }

  /// What a rule says, one clause after the other.
  mutating func clauses(of rule: LegacyRule) -> [Clause] {
    clauses.removeAll(keepingCapacity: true)
    clauses.append(Clause(.counter(RuleCounter(rule.counter)), ""))
    addConditions(rule)
    for match in rule.matches { match.addClauses(context, to: &clauses) }
    switch rule.target {
    case .verdict(let verdict): clauses.append(verdict.legacyClause)
    case .named(let target): clauses.append(target.targetClause(context))
    }
    return clauses
  }

  private mutating func addConditions(_ rule: LegacyRule) {
    let inversions = rule.inversions
    if let source = rule.source.clause(.source, "-s", isInverted: inversions.contains(.source)) {
      clauses.append(source)
    }
    let isInverted = inversions.contains(.destination)
    if let destination = rule.destination.clause(.destination, "-d", isInverted: isInverted) {
      clauses.append(destination)
    }
    if !rule.inInterface.isEmpty {
      add("-i", .inInterface, rule.inInterface, inversions.contains(.inInterface))
    }
    if !rule.outInterface.isEmpty {
      add("-o", .outInterface, rule.outInterface, inversions.contains(.outInterface))
    }
    if rule.transport != 0 {
      let name = UInt8(exactly: rule.transport).map(transportName) ?? "\(rule.transport)"
      add("-p", .transport, name, inversions.contains(.transport))
    }
    if rule.isFragment {
      clauses.append(Clause(.other, inversions.contains(.fragment) ? "! -f" : "-f"))
    }
  }

  private mutating func add(
    _ option: String, _ role: Clause.Role, _ value: String, _ isInverted: Bool
  ) {
    clauses.append(Clause(option: option, role, value, isInverted))
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
