import Kernel
import Netlink
import Rules
public import Topology

/// Reads the counters of rules and makes rates of them: of the chains looked at, and of no others.
///
/// The kernel gives a legacy table only as a whole; of nftables one chain at a time is asked for.
public struct RuleMeter: ~Copyable {
  private var last: [ChainID: Sample] = [:]

  private struct Sample {
    var counters: [RuleID: RuleCounter]
    var at: ContinuousClock.Instant

    /// 0 where the rule was not there before, or its counter was reset.
    func packetsPerSecond(of rule: RuleID, since before: Self?) -> Double {
      guard let before, before.at < at, let now = counters[rule], let then = before.counters[rule],
        now.packets > then.packets
      else { return 0 }
      return Double(now.packets - then.packets) / ((at - before.at) / Duration.seconds(1))
    }
  }

  public init() {}

  /// The counters of these chains' rules, and their rates since the last reading; 0 for those that
  /// had none. What cannot be read, or is gone, is left out.
  public mutating func read(_ chains: Set<ChainID>) -> [RuleID: Traffic.RuleRate] {
    var rates: [RuleID: Traffic.RuleRate] = [:]
    for (chain, sample) in Self.samples(of: chains) {
      let before = last[chain]
      for (rule, counter) in sample.counters {
        rates[rule] = Traffic.RuleRate(
          packetsPerSecond: sample.packetsPerSecond(of: rule, since: before), counter: counter)
      }
      last[chain] = sample
    }
    last = last.filter { chains.contains($0.key) }
    return rates
  }

  private static func samples(of chains: Set<ChainID>) -> [ChainID: Sample] {
    let legacy = chains.filter { $0.table.backend == .legacy }
    let nftables = chains.filter { $0.table.backend == .nftables }
    let counters = legacyCounters(of: legacy).merging(nftablesCounters(of: nftables)) { $1 }
    let now = ContinuousClock.now
    return counters.mapValues { Sample(counters: $0, at: now) }
  }

  private static func nftablesCounters(of chains: Set<ChainID>) -> [ChainID: [RuleID: RuleCounter]]
  {
    guard !chains.isEmpty, var reader = try? RulesetReader() else { return [:] }
    var found: [ChainID: [RuleID: RuleCounter]] = [:]
    for chain in chains {
      guard let id = NftChain.ID(chain), let rules = try? reader.rules(of: id) else { continue }
      found[chain] = rules.reduce(into: [:]) { counters, rule in
        counters[RuleID(chain: chain, handle: rule.handle)] = rule.counter.map(RuleCounter.init)
      }
    }
    return found
  }

  private static func legacyCounters(of chains: Set<ChainID>) -> [ChainID: [RuleID: RuleCounter]] {
    var found: [ChainID: [RuleID: RuleCounter]] = [:]
    for id in Set(chains.map(\.table)) {
      let builder = try? LegacyReader.table(
        id.name, isIPv6: id.family == "ip6", LegacyTableBuilder.init
      ) { $0.add($1) }
      for chain in builder?.table.chains ?? [] where chains.contains(chain.id) {
        found[chain.id] = Dictionary(
          uniqueKeysWithValues: chain.rules.compactMap { rule in
            rule.counter.map { (rule.id, $0) }
          })
      }
    }
    return found
  }
}
