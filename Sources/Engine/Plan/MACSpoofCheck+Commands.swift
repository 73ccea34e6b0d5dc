import CNI
import Netlink
import Quoting

extension MACSpoofCheckSpec {
  var commands: [String] {
    let check = MACSpoofCheck(tag)
    guard let (chain, macChain) = check.chainNames, let host = host.nftName else {
      return [check.unwritable]
    }
    let comment = "comment \(check.comment.nftComment.shellWord)"
    let address = pod.inside("ip -br link show dev \(pod.word) | awk '{ print $3 }'")
    return [
      "nft add table bridge nat",
      "nft add chain bridge nat PREROUTING '{ type filter hook prerouting priority -300; }'",
      "nft add chain bridge nat \(chain)", "nft add chain bridge nat \(macChain)",
      "nft add rule bridge nat PREROUTING iifname \(host) jump \(chain) \(comment)",
      "nft add rule bridge nat \(chain) jump \(macChain) \(comment)",
      "nft add rule bridge nat \(macChain) ether saddr $(\(address)) return \(comment)",
      "nft add rule bridge nat \(macChain) drop \(comment)",
    ]
  }
}

extension MACSpoofCheck {
  var endingCommands: [String] {
    guard let (chain, macChain) = chainNames else { return [unwritable] }
    return [
      Self.base.deletingRules(with: comment.nftComment), "nft delete chain bridge nat \(chain)",
      "nft delete chain bridge nat \(macChain)",
    ]
  }

  /// As nft writes them; `nil` where it cannot, for they have the interface's name in them.
  fileprivate var chainNames: (String, String)? {
    guard let chain = interface.name.nftName, let macChain = mac.name.nftName else { return nil }
    return (chain, macChain)
  }

  fileprivate var unwritable: String {
    Plan.comment("nft cannot write the chain \(interface.name)")
  }
}
