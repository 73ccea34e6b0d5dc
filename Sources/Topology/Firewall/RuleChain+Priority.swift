extension RuleChain {
  /// When the hook calls this chain, as nft writes it: `srcnat`, `filter + 5`, `-42`. `nil` for a chain
  /// that others jump to.
  public var priorityName: String? {
    hook.map { $0.priorityName(family: id.table.family) }
  }
}

extension RuleChain.Hook {
  /// Only a name no further away than this is used.
  private static let reach = 10

  fileprivate func priorityName(family: String) -> String {
    let nearest = standardPriorities(family: family).min {
      abs(Int(priority) - $0.value) < abs(Int(priority) - $1.value)
    }
    guard let (word, standard) = nearest else { return "\(priority)" }
    let offset = Int(priority) - standard
    guard abs(offset) <= Self.reach else { return "\(priority)" }
    return offset == 0 ? word : "\(word) \(offset > 0 ? "+" : "-") \(abs(offset))"
  }

  /// `NF_IP_PRI_*` and `NF_BR_PRI_*`, by nft's names; those for addresses only where they apply.
  private func standardPriorities(family: String) -> [(name: String, value: Int)] {
    switch family {
    case "ip", "ip6", "inet":
      if name == "ingress" { return [("filter", 0)] }
      let addresses = [("prerouting", "dstnat", -100), ("postrouting", "srcnat", 100)]
      return [("raw", -300), ("mangle", -150), ("filter", 0), ("security", 50)]
        + addresses.filter { $0.0 == name }.map { ($0.1, $0.2) }
    case "bridge":
      let places = [
        ("prerouting", "dstnat", -300), ("output", "out", 100), ("postrouting", "srcnat", 300),
      ]
      return [("filter", -200)] + places.filter { $0.0 == name }.map { ($0.1, $0.2) }
    case "arp", "netdev": return [("filter", 0)]
    default: return []
    }
  }
}
