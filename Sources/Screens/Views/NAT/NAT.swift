import Export
import TUI
import Topology

extension View {
  /// The rules that translate addresses, or every chain as the kernel goes through it, which rules of
  /// iptables-nft then tell in iptables' words too.
  public static let nat = View(
    digit: 5, title: "NAT", parts: .firewall,
    listing: { [listingOfRules, listingOfChains, listingInIPTablesWords][$0.form] },
    empty: { _ in "No rule translates addresses on this node." },
    keys: [
      Binding(
        keys: ["w"], action: .wide, word: "chains",
        help: "all chains and rules, then as iptables tells them"),
      Binding(keys: ["P"], action: .fit, word: "pods", help: "which pods' packets the rule fits"),
      .left("fold"), .right("unfold"),
    ], forms: { $0.shown.rules.isOfIPTables ? 3 : 2 })

  private static let listingOfRules = Listing { app in
    app.shown.topology.ruleItems(app.shown.rules, isUnfolded: app.isUnfolded)
  }
  private static let listingOfChains = Listing { $0.shown.topology.chainItems(\.text) }
  private static let listingInIPTablesWords = Listing {
    $0.shown.topology.chainItems { $0.iptablesText ?? $0.text }
  }
}

extension App {
  /// Only the rules of now can be asked.
  mutating func askWhichPodsFit() -> Effect? {
    guard case .rule(let id) = selected else {
      say("select a rule")
      return nil
    }
    guard time.isLive else {
      say("only the rules of now can be asked")
      return nil
    }
    return .fit(id, pods: Array(shown.topology.otherNamespaces))
  }
}

/// A rule, one that is missing, or what stands for the rules of an owner.
struct RuleItem: Listed {
  var outline: Row
  var action: String
  var source = ""
  /// For which destinations it holds, or where it leads.
  var destination = ""
  var via = ""
  var pod = ""
  /// The program and the family whose table it is in.
  var backend = ""

  static let columns: [ListColumn<RuleItem>] = [
    ListColumn("WHAT", width: 10, maximum: 60, priority: 9) { $0.action },
    ListColumn("FROM", width: 15, minimum: 11, maximum: 26, priority: 8) { $0.source },
    ListColumn("TO", width: 22, minimum: 16, maximum: 44, priority: 7) { $0.destination },
    ListColumn("VIA", width: 8, maximum: 18, priority: 4) { $0.via },
    ListColumn("OWNER", width: 20, minimum: 16, maximum: 40, priority: 8) { $0.pod },
    .packets, .packetsPerSecond,
    ListColumn("BACKEND", width: 15, priority: 2) { $0.backend },
  ]
}

/// A chain, or a rule in it.
struct ChainItem: Listed {
  var outline: Row
  var text: String

  static let columns: [ListColumn<ChainItem>] = [
    ListColumn("CHAINS AND RULES", width: 60, minimum: 20, maximum: 300, priority: 9) { $0.text },
    .packets,
  ]
}
