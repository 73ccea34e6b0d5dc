import Netlink

/// `ipt_REJECT` and `ip6t_REJECT`: what the sender is told.
extension XtExtension {
  /// `enum ipt_reject_with` and `ip6t_reject_with`.
  func rejectOptions(_ isIPv6: Bool) -> String {
    let names = isIPv6 ? Self.rejections6 : Self.rejections
    guard info.count >= 4, let index = Int(exactly: word(0)), index < names.count else {
      return ""
    }
    return " --reject-with \(names[index])"
  }

  private static let rejections = [
    "icmp-net-unreachable", "icmp-host-unreachable", "icmp-proto-unreachable",
    "icmp-port-unreachable", "icmp-echo-reply", "icmp-net-prohibited", "icmp-host-prohibited",
    "tcp-reset", "icmp-admin-prohibited",
  ]

  private static let rejections6 = [
    "icmp6-no-route", "icmp6-adm-prohibited", "icmp6-not-neighbour", "icmp6-addr-unreachable",
    "icmp6-port-unreachable", "icmp6-echo-reply", "tcp-reset", "icmp6-policy-fail",
    "icmp6-reject-route",
  ]
}
