public import Netlink
import Topology

/// All that decides about packets: a namespace's rules, with what evaluating them takes.
///
/// It is large where there are many rules: whoever evaluates reads it, and lets it go.
public struct PacketRules: Sendable {
  public var nftables: NftRules
  public var legacy: [LegacyRules]

  public init(nftables: NftRules = NftRules(), legacy: [LegacyRules] = []) {
    self.nftables = nftables
    self.legacy = legacy
  }
}

/// nftables' chains with their rules, and its sets with all their elements.
public struct NftRules: Sendable {
  /// In the order they were made.
  private(set) var chains: [Chain] = []
  private(set) var sets: [NftSet.ID: SetContent]
  private(set) var named: [NftSet.ID: NftSet]
  private var places: [NftChain.ID: Int] = [:]

  struct Chain: Sendable {
    var chain: NftChain
    var rules: [NftRule] = []
  }

  /// Chains without their rules, which ``add(_:)`` adds; those of dormant tables are left out.
  public init(_ ruleset: NftRuleset = NftRuleset()) {
    named = ruleset.sets
    sets = ruleset.sets.mapValues(SetContent.init)
    let dormant = Set(ruleset.tables.filter { $0.flags & 1 != 0 }.map(\.id))  // NFT_TABLE_F_DORMANT
    for chain in ruleset.chains where !dormant.contains(chain.id.table) {
      places[chain.id] = chains.count
      chains.append(Chain(chain: chain))
    }
  }

  /// Adds a rule at the end of its chain; one whose chain is not here is ignored.
  public mutating func add(_ rule: NftRule) {
    if let place = places[rule.chain] { chains[place].rules.append(rule) }
  }

  subscript(id: NftChain.ID) -> Chain? { places[id].map { chains[$0] } }
}

/// A table of iptables-legacy with its chains.
public struct LegacyRules: Sendable {
  let table: LegacyTable
  private(set) var chains: [Chain] = []

  struct Chain: Sendable {
    var name: String
    /// `NF_INET_*`; `nil` for one that others jump to.
    var hook: Int?
    var rules: [LegacyRule] = []
    var drops = false
  }

  /// Without its chains, which ``add(_:)`` adds.
  public init(_ table: LegacyTable) {
    self.table = table
  }

  public mutating func add(_ entry: LegacyEntry) {
    switch entry {
    case .chain(let name, let hook, _): chains.append(Chain(name: name, hook: hook))
    case .rule(let rule):
      if !chains.isEmpty { chains[chains.count - 1].rules.append(rule) }
    case .end(let drops, _):
      if !chains.isEmpty { chains[chains.count - 1].drops = drops }
    }
  }

  func chain(named name: String) -> Chain? { chains.first { $0.name == name } }

  var id: TableID {
    TableID(backend: .legacy, family: table.isIPv6 ? "ip6" : "ip", name: table.name)
  }

  /// A legacy table is called at one priority: `NF_IP_PRI_*`; `nat` at its source's where it gives
  /// other sources.
  func priority(at hook: UInt32) -> Int32 {
    switch table.name {
    case "raw": -300
    case "mangle": -150
    case "nat": hook == 1 || hook == 4 ? 100 : -100
    case "security": 50
    default: 0
    }
  }
}
