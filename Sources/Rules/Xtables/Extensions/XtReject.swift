import Topology

/// `ipt_REJECT` and `ip6t_REJECT`: drops a packet and tells its sender.
struct XtReject: XtTarget {
  static let name = "REJECT"
  /// What the sender is told.
  let reason: String

  init?(_ info: XtInfo) {
    let reasons = info.isIPv6 ? Self.reasons6 : Self.reasons
    guard info.revision == 0, info.isSized(4), info.word(0) < reasons.count else { return nil }
    reason = reasons[Int(info.word(0))]
  }

  var action: Rule.Action { .reject }

  func add(to options: inout XtOptions) { options.add("--reject-with", reason) }

  /// `enum ipt_reject_with`
  private static let reasons = [
    "icmp-net-unreachable", "icmp-host-unreachable", "icmp-proto-unreachable",
    "icmp-port-unreachable", "icmp-echo-reply", "icmp-net-prohibited", "icmp-host-prohibited",
    "tcp-reset", "icmp-admin-prohibited",
  ]

  /// `enum ip6t_reject_with`
  private static let reasons6 = [
    "icmp6-no-route", "icmp6-adm-prohibited", "icmp6-not-neighbour", "icmp6-addr-unreachable",
    "icmp6-port-unreachable", "icmp6-echo-reply", "tcp-reset", "icmp6-policy-fail",
    "icmp6-reject-route",
  ]
}

extension XtReject {
  func act(on packet: inout Packet, _ place: PacketPlace) -> PacketEffect { .reject(reason) }
}
