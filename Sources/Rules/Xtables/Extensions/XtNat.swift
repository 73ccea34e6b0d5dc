import Addressing
import Netlink
import Topology

/// `xt_nat`, `xt_MASQUERADE` and `xt_REDIRECT`: other addresses or ports.
extension XtExtension {
  func snat(_ isIPv6: Bool) -> Clause {
    let to = addresses(isIPv6)
    return Clause(.action(.snat(to)), "-j SNAT --to-source \(to)")
  }

  func dnat(_ isIPv6: Bool) -> Clause {
    let to = addresses(isIPv6)
    return Clause(.action(.dnat(to)), "-j DNAT --to-destination \(to)")
  }

  func redirect(_ isIPv6: Bool) -> Clause {
    let to = ports(isIPv6)
    return Clause(.action(.redirect(to)), "-j REDIRECT" + (to.isEmpty ? "" : " --to-ports \(to)"))
  }

  func masquerade(_ isIPv6: Bool) -> Clause {
    let offset = isIPv6 ? 0 : 4
    guard info.count >= offset + 4 else { return Clause(.action(.masquerade), "-j MASQUERADE") }
    let to = ports(isIPv6)
    let flags = word(offset)
    return Clause(
      .action(.masquerade),
      "-j MASQUERADE" + (to.isEmpty ? "" : " --to-ports \(to)")
        + (flags & 4 != 0 ? " --random" : "")  // NF_NAT_RANGE_PROTO_RANDOM
        + (flags & 16 != 0 ? " --random-fully" : ""))  // NF_NAT_RANGE_PROTO_RANDOM_FULLY
  }

  /// The ports of a `struct nf_nat_ipv4_multi_range_compat` or `nf_nat_range`.
  private func ports(_ isIPv6: Bool) -> String {
    let (flags, ports) = isIPv6 ? (0, 36) : (4, 16)
    guard info.count >= ports + 4, word(flags) & 2 != 0 else { return "" }
    return portSpan(ports)
  }

  private func portSpan(_ offset: Int) -> String {
    let low = half(offset).byteSwapped
    let high = half(offset + 2).byteSwapped
    return low == high ? "\(low)" : "\(low)-\(high)"
  }

  /// `struct nf_nat_ipv4_multi_range_compat`, or `nf_nat_range` from IPv6 and from newer revisions.
  private func addresses(_ isIPv6: Bool) -> String {
    let isWide = isIPv6 || revision >= 2
    let (flagsAt, first, last, ports) = isWide ? (0, 4, 20, 36) : (4, 8, 12, 16)
    guard info.count >= ports + 4 else { return "" }
    let flags = word(flagsAt)
    let width = isIPv6 ? 16 : 4
    var text = ""
    if flags & 1 != 0, let low = IPAddress(bytes: info[first..<first + width]),
      let high = IPAddress(bytes: info[last..<last + width])
    {
      text = low == high ? "\(low)" : "\(low)-\(high)"
    }
    guard flags & 2 != 0 else { return text }
    return (isIPv6 && !text.isEmpty ? "[\(text)]" : text) + ":" + portSpan(ports)
  }
}
