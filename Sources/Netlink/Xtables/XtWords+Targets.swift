import Addressing

extension XtWords {
  static func target(_ target: XtExtension, isIPv6: Bool) -> Clause {
    let info = target.info
    switch target.name {
    case "MASQUERADE":
      return Clause(.action(.masquerade), "-j MASQUERADE" + masquerade(info, isIPv6))
    case "SNAT":
      let to = range(target, isIPv6)
      return Clause(.action(.snat(to)), "-j SNAT --to-source \(to)")
    case "DNAT":
      let to = range(target, isIPv6)
      return Clause(.action(.dnat(to)), "-j DNAT --to-destination \(to)")
    case "REDIRECT":
      let to = redirectPorts(info, isIPv6)
      return Clause(.action(.redirect(to)), "-j REDIRECT" + (to.isEmpty ? "" : " --to-ports \(to)"))
    case "REJECT": return Clause(.action(.reject), "-j REJECT" + rejectType(info, isIPv6))
    case "MARK" where info.count >= 8:
      return Clause(
        .other,
        "-j MARK --set-xmark 0x\(String(word(info, 0), radix: 16))/0x\(String(word(info, 4), radix: 16))"
      )
    case "LOG" where info.count >= 32:
      let prefix = Array(info[2..<32]).span.text
      return Clause(
        .other,
        "-j LOG" + (prefix.isEmpty ? "" : " --log-prefix \"\(prefix)\"")
          + (info[0] == 4 ? "" : " --log-level \(info[0])"))
    default: return Clause(.other, "-j \(target.name)")
    }
  }

  private static func masquerade(_ info: [UInt8], _ isIPv6: Bool) -> String {
    let ports = redirectPorts(info, isIPv6)
    let offset = isIPv6 ? 0 : 4
    guard info.count >= offset + 4 else { return "" }
    let flags = word(info, offset)
    return (ports.isEmpty ? "" : " --to-ports \(ports)") + (flags & 4 != 0 ? " --random" : "")
      + (flags & 16 != 0 ? " --random-fully" : "")
  }

  /// The ports of a `struct nf_nat_ipv4_multi_range_compat` or `nf_nat_range`.
  private static func redirectPorts(_ info: [UInt8], _ isIPv6: Bool) -> String {
    let (flags, ports) = isIPv6 ? (0, 36) : (4, 16)
    guard info.count >= ports + 4, word(info, flags) & 2 != 0 else { return "" }
    return portSpan(info, ports)
  }

  private static func portSpan(_ info: [UInt8], _ offset: Int) -> String {
    let low = half(info, offset).byteSwapped
    let high = half(info, offset + 2).byteSwapped
    return low == high ? "\(low)" : "\(low)-\(high)"
  }

  /// `struct nf_nat_ipv4_multi_range_compat`, or `nf_nat_range` from IPv6 and from newer revisions.
  private static func range(_ target: XtExtension, _ isIPv6: Bool) -> String {
    let isWide = isIPv6 || target.revision >= 2
    let info = target.info
    let (flagsAt, first, last, ports) = isWide ? (0, 4, 20, 36) : (4, 8, 12, 16)
    guard info.count >= ports + 4 else { return "" }
    let flags = word(info, flagsAt)
    let width = isIPv6 ? 16 : 4
    var text = ""
    if flags & 1 != 0, let low = IPAddress(bytes: info[first..<first + width]),
      let high = IPAddress(bytes: info[last..<last + width])
    {
      text = low == high ? "\(low)" : "\(low)-\(high)"
    }
    guard flags & 2 != 0 else { return text }
    return (isIPv6 && !text.isEmpty ? "[\(text)]" : text) + ":" + portSpan(info, ports)
  }

  /// `enum ipt_reject_with` and `ip6t_reject_with`.
  private static func rejectType(_ info: [UInt8], _ isIPv6: Bool) -> String {
    let v4 = [
      "icmp-net-unreachable", "icmp-host-unreachable", "icmp-proto-unreachable",
      "icmp-port-unreachable", "icmp-echo-reply", "icmp-net-prohibited", "icmp-host-prohibited",
      "tcp-reset", "icmp-admin-prohibited",
    ]
    let v6 = [
      "icmp6-no-route", "icmp6-adm-prohibited", "icmp6-not-neighbour", "icmp6-addr-unreachable",
      "icmp6-port-unreachable", "icmp6-echo-reply", "tcp-reset", "icmp6-policy-fail",
      "icmp6-reject-route",
    ]
    let names = isIPv6 ? v6 : v4
    guard info.count >= 4, let index = Int(exactly: word(info, 0)), index < names.count else {
      return ""
    }
    return " --reject-with \(names[index])"
  }
}
