public import Netlink
public import Topology

/// Takes in the entries of a table of iptables-legacy, one after the other.
public struct LegacyTableBuilder {
  private var complete: RuleTable
  /// The chain that rules are added to, and its rules.
  private var chain: RuleChain?
  private var rules: ChunkedArray<Rule> = []
  private var text: LegacyRuleText
  /// Whose the chain is that rules belong to; `nil` for one that many use.
  private var owner: Rule.Owner?

  public init(_ table: LegacyTable) {
    complete = RuleTable(
      id: TableID(backend: .legacy, family: table.isIPv6 ? "ip6" : "ip", name: table.name))
    text = LegacyRuleText(table)
  }

  /// What was added so far.
  public var table: RuleTable {
    var copy = self
    copy.endChain()
    return copy.complete
  }

  public mutating func add(_ entry: LegacyEntry) {
    switch entry {
    case .chain(let name, let hook, _): begin(name, hook)
    case .rule(let rule): add(rule)
    case .end(let drops, let counter): end(drops: drops, counter)
    }
  }

  private mutating func begin(_ name: String, _ hook: Int?) {
    endChain()
    let id = ChainID(table: complete.id, name: name)
    owner = Rule.Owner(id)
    chain = RuleChain(
      id: id, hook: hook.map { RuleChain.Hook(legacy: $0, table: complete.id.name) })
  }

  /// A rule's handle is its place in the chain, from 1.
  private mutating func add(_ rule: LegacyRule) {
    guard let chain = chain?.id else { return }
    let id = RuleID(chain: chain, handle: UInt64(rules.count + 1))
    rules.append(Rule(id: id, text.clauses(of: rule), of: owner))
  }

  private mutating func end(drops: Bool, _ counter: PacketCounter) {
    guard chain?.hook != nil else { return }
    chain?.hook?.policy = drops ? "drop" : "accept"
    chain?.policyCounter = RuleCounter(counter)
  }

  private mutating func endChain() {
    guard var ended = chain.take() else { return }
    rules.trim()
    ended.rules = rules
    rules = []
    complete.chains.append(ended)
  }
}
