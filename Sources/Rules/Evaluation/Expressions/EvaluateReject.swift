import Netlink

extension Expression.Reject {
  /// What the sender is told.
  var words: String {
    switch type {
    case 1: "tcp reset"  // NFT_REJECT_TCP_RST
    default: "icmp code \(code)"  // NFT_REJECT_ICMP_UNREACH, NFT_REJECT_ICMPX_UNREACH
    }
  }
}
