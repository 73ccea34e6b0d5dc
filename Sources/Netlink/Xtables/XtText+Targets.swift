import Addressing

extension XtText {
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
    case "ACCEPT": return Clause(.action(.accept), "-j ACCEPT")
    case "DROP": return Clause(.action(.drop), "-j DROP")
    default: return Clause(.other, "-j \(target.name)" + options(target))
    }
  }

  /// The options of a target that lets the packet go on.
  private static func options(_ target: XtExtension) -> String {
    let info = target.info
    switch target.name {
    case "MARK" where target.revision == 2 && info.count >= 8:
      return " --set-xmark \(hex(info, 0))/\(hex(info, 4))"
    case "CONNMARK" where target.revision == 1 && info.count >= 13:
      return connmark(info, mode: info[12])
    case "CONNMARK" where target.revision == 2 && info.count >= 15 && info[13] == 0:
      return connmark(info, mode: info[14])
    case "LOG" where info.count >= 32: return log(info)
    default: return ""
    }
  }

  private static func hex(_ info: [UInt8], _ offset: Int) -> String {
    "0x" + String(word(info, offset), radix: 16)
  }

  /// `struct xt_connmark_tginfo1` and 2, which can also shift.
  private static func connmark(_ info: [UInt8], mode: UInt8) -> String {
    let masks = " --nfmask \(hex(info, 8)) --ctmask \(hex(info, 4))"
    return switch mode {
    case 0: " --set-xmark \(hex(info, 0))/\(hex(info, 4))"  // XT_CONNMARK_SET
    case 1: " --save-mark\(masks)"  // XT_CONNMARK_SAVE
    case 2: " --restore-mark\(masks)"  // XT_CONNMARK_RESTORE
    default: ""
    }
  }

  /// `struct ipt_log_info`
  private static func log(_ info: [UInt8]) -> String {
    let prefix = info[2..<32].span.text
    return (prefix.isEmpty ? "" : " --log-prefix \"\(prefix)\"")
      + (info[0] == 4 ? "" : " --log-level \(info[0])")
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
