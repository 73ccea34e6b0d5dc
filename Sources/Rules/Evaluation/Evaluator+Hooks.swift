import Addressing
import Netlink
import Topology

/// What is called at a hook, in the order of priorities.
enum HookEntry {
  case chain(NftRules.Chain)
  case legacy(LegacyRules, LegacyRules.Chain)
  case tracking
  case translation
}

extension Evaluator {
  /// Runs all that is called at a hook.
  ///
  /// - Returns: how the packet ends here; `nil` when it goes on.
  mutating func run(_ hook: InetHook) -> Evaluation.End? {
    self.hook = hook.rawValue
    hookName = hook.name
    for entry in entries(at: hook) {
      switch entry {
      case .chain(let chain): if let end = run(base: chain) { return end }
      case .legacy(let table, let chain): if let end = run(table, base: chain) { return end }
      case .tracking: track()
      case .translation: if let end = translate(at: hook) { return end }
      }
    }
    return nil
  }

  /// Of the same priority, what was added last comes first.
  private func entries(at hook: InetHook) -> [HookEntry] {
    var entries: [(priority: Int32, entry: HookEntry)] = []
    if hook == .prerouting || hook == .output {
      entries.append((-200, .tracking))  // NF_IP_PRI_CONNTRACK
    }
    if let priority = hook.translationPriority { entries.append((priority, .translation)) }
    for chain in rules.nftables.chains.reversed() {
      guard let place = chain.chain.hook, place.number == hook.rawValue, place.type != "nat",
        sees(chain.chain.id.table.family)
      else { continue }
      entries.append((place.priority, .chain(chain)))
    }
    for table in rules.legacy where table.id.name != "nat" && sees(table) {
      for chain in table.chains where chain.hook == Int(hook.rawValue) {
        entries.append((table.priority(at: hook.rawValue), .legacy(table, chain)))
      }
    }
    return sorted(entries)
  }

  /// Chains of type `nat`, which are looked at only for what begins a connection.
  func translationEntries(at hook: InetHook) -> [HookEntry] {
    var entries: [(priority: Int32, entry: HookEntry)] = []
    for chain in rules.nftables.chains.reversed() {
      guard let place = chain.chain.hook, place.number == hook.rawValue, place.type == "nat",
        sees(chain.chain.id.table.family)
      else { continue }
      entries.append((place.priority, .chain(chain)))
    }
    for table in rules.legacy where table.id.name == "nat" && sees(table) {
      for chain in table.chains where chain.hook == Int(hook.rawValue) {
        entries.append((table.priority(at: hook.rawValue), .legacy(table, chain)))
      }
    }
    return sorted(entries)
  }

  /// Stable: what is equal stays in its order.
  private func sorted(_ entries: [(priority: Int32, entry: HookEntry)]) -> [HookEntry] {
    entries.enumerated().sorted {
      ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset)
    }.map(\.element.entry)
  }

  private func sees(_ family: NftFamily) -> Bool {
    family == .inet || family == (packet.family == .v4 ? .ip : .ip6)
  }

  private func sees(_ table: LegacyRules) -> Bool {
    table.table.isIPv6 == (packet.family == .v6)
  }
}

/// `NF_INET_*`
enum InetHook: UInt32 {
  case prerouting = 0  // NF_INET_PRE_ROUTING
  case input = 1  // NF_INET_LOCAL_IN
  case forward = 2  // NF_INET_FORWARD
  case output = 3  // NF_INET_LOCAL_OUT
  case postrouting = 4  // NF_INET_POST_ROUTING

  var name: String {
    switch self {
    case .prerouting: "prerouting"
    case .input: "input"
    case .forward: "forward"
    case .output: "output"
    case .postrouting: "postrouting"
    }
  }

  /// Whatever the priorities of its chains, NAT is done at one: `NF_IP_PRI_NAT_DST` and `_SRC`.
  var translationPriority: Int32? {
    switch self {
    case .prerouting, .output: -100
    case .input, .postrouting: 100
    case .forward: nil
    }
  }

  /// Whether it is the source that gets another address here.
  var translatesSource: Bool { self == .input || self == .postrouting }
}
