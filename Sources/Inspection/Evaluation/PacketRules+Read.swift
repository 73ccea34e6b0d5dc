public import Kernel
public import Rules

extension PacketRules {
  /// Reads all rules of the calling thread's namespace, with every set's elements. Takes
  /// CAP_NET_ADMIN.
  public static func read() throws(KernelError) -> PacketRules {
    var rules = PacketRules()
    if NftablesModule.isThere {
      var reader = try RulesetReader()
      rules.nftables = try reader.ruleset(elements: .all, NftRules.init) { $0.add($1) }
    }
    rules.legacy = try LegacyReader.tables(LegacyRules.init) { $0.add($1) }
    return rules
  }
}
