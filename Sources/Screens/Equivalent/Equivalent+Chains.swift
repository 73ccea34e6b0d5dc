import Quoting
import Topology

extension Equivalent {
  static func command(for chain: ChainID) -> String {
    switch chain.table.backend {
    case .nftables: nft(chain)
    case .legacy: iptables(chain)
    }
  }

  /// The kernel takes any name, and nft's JSON can say it where its language cannot.
  private static func nft(_ chain: ChainID) -> String {
    let family = chain.table.family
    if let table = chain.table.name.nftName, let name = chain.name.nftName {
      return "nft -a list chain \(family) \(table) \(name)"
    }
    guard chain.table.name.isWhole, chain.name.isWhole else {
      return "nft -a list ruleset \(family)"
    }
    let words = [family, chain.table.name, chain.name].map(\.jsonString)
    let order =
      #"{"nftables":[{"list":{"chain":{"family":\#(words[0]),"table":\#(words[1]),"name":\#(words[2])}}}]}"#
    return "printf %s \(order.shellWord) | nft -j -f -"
  }

  private static func iptables(_ chain: ChainID) -> String {
    let tool = chain.table.family == "ip6" ? "ip6tables-legacy" : "iptables-legacy"
    let list = "\(tool) -t \(chain.table.name.shellWord) -S"
    // It would take a name that begins with a dash for an option.
    guard chain.name.isWhole, !chain.name.hasPrefix("-") else { return list }
    return "\(list) \(chain.name.shellWord)"
  }
}
