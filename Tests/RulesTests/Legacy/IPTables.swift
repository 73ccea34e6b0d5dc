/// The family of a rule, by the program that makes it.
enum IPTables: String, CaseIterable, Sendable {
  case iptables
  case ip6tables

  var legacy: String { rawValue + "-legacy" }
  var nft: String { rawValue + "-nft" }

  /// Rules that together have every extension with its options, in the order of the chains.
  var rules: [String] {
    let own = self == .iptables ? rulesOfIPv4 : rulesOfIPv6
    return rulesOfBoth + own
  }
}
