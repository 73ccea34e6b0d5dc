public import Netlink
public import Topology

/// Takes in the entries of a table of iptables-legacy, one after the other.
public struct LegacyTableBuilder {
  public private(set) var table: RuleTable
  private var text: LegacyRuleText
  /// Whose the chain is that rules belong to; `nil` for one that many use.
  private var owner: Rule.Owner?

  public init(_ table: LegacyTable) {
    self.table = RuleTable(
      id: TableID(backend: .legacy, family: table.isIPv6 ? "ip6" : "ip", name: table.name))
    text = LegacyRuleText(table)
  }

  public mutating func add(_ entry: LegacyEntry) {
    switch entry {
    case .chain(let name, let hook, _): begin(name, hook)
    case .rule(let rule): add(rule)
    case .end(let drops, let counter): end(drops: drops, counter)
    }
  }

  private mutating func begin(_ name: String, _ hook: Int?) {
    let id = ChainID(table: table.id, name: name)
    owner = Rule.Owner(id)
    var chain = RuleChain(id: id)
    chain.hook = hook.map { RuleChain.Hook(legacy: $0, table: table.id.name) }
    trim()
    table.chains.append(chain)
  }

  /// A rule's handle is its place in the chain, from 1.
  private mutating func add(_ rule: LegacyRule) {
    guard let last else { return }
    let id = RuleID(
      chain: table.chains[last].id, handle: UInt64(table.chains[last].rules.count + 1))
    table.chains[last].rules.append(Rule(id: id, text.clauses(of: rule), of: owner))
  }

  private mutating func end(drops: Bool, _ counter: PacketCounter) {
    guard let last, table.chains[last].hook != nil else { return }
    table.chains[last].hook?.policy = drops ? "drop" : "accept"
    table.chains[last].policyCounter = RuleCounter(counter)
  }

  /// The chain that rules are added to.
  private var last: ChunkedArray<RuleChain>.Index? {
    table.chains.isEmpty ? nil : table.chains.index(before: table.chains.endIndex)
  }

  /// The chain before a new one is complete.
  private mutating func trim() {
    if let last { table.chains[last].rules.trim() }
  }
}
