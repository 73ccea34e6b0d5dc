import Netlink
import Topology

extension NftInterpreter {
  /// `nat`, `masq` and `redir`: other addresses or ports.
  mutating func clause(_ nat: Expression.Nat) -> Clause {
    let target = target(of: nat)
    let tail = (target.isEmpty ? "" : " to \(target)") + flagWords(nat.flags)
    return switch nat.kind {
    case .masquerade: Clause(.action(.masquerade), "masquerade\(tail)")
    case .redirect: Clause(.action(.redirect(target)), "redirect\(tail)")
    case .source: Clause(.action(.snat(target)), "snat\(options(nat))\(tail)")
    case .destination: Clause(.action(.dnat(target)), "dnat\(options(nat))\(tail)")
    }
  }

  /// nft names the family where neither the table nor a plain address says it.
  private func options(_ nat: Expression.Nat) -> String {
    let isNamed = table.family == .inet || isMapped(nat)
    let family = isNamed && (nat.family == .ip || nat.family == .ip6) ? " \(nat.family)" : ""
    return family + (nat.flags & 64 != 0 ? " prefix" : "")  // NF_NAT_RANGE_NETMAP
  }

  /// A map gives addresses and ports, or ends of spans, together: they fill the registers behind the
  /// one that the map is said of.
  private func isMapped(_ nat: Expression.Nat) -> Bool {
    guard let length = nat.address.flatMap({ map($0)?.dataLength }) else { return false }
    return length > (nat.family == .ip6 ? 16 : 4)
  }

  private mutating func target(of nat: Expression.Nat) -> String {
    let isIPv6 = nat.family == .ip6
    let type = isIPv6 ? DataType.ipv6 : .ipv4
    if isMapped(nat) { return value(nat.address, type) }
    let address = span(nat.address, nat.lastAddress, type)
    if nat.port != nil { dependencies.reset() }
    let port = span(nat.port, nat.lastPort, .port)
    if port.isEmpty { return address }
    let isPlain = nat.address.map { constant($0) != nil } ?? false
    return "\(isIPv6 && isPlain ? bracketed(address) : address):\(port)"
  }

  private mutating func span(_ first: Int?, _ last: Int?, _ type: DataType) -> String {
    guard let first, let last, first != last else { return value(first ?? last, type) }
    guard let low = constant(first), let high = constant(last) else {
      return "\(value(first, type))-\(value(last, type))"
    }
    return SetText(nil, "", names: names).span(low, high, type)
  }

  /// `NF_NAT_RANGE_*`
  private func flagWords(_ flags: UInt32) -> String {
    let names = [(UInt32(4), "random"), (16, "fully-random"), (8, "persistent")]
    let words = names.filter { flags & $0.0 != 0 }.map(\.1)
    return words.isEmpty ? "" : " " + words.joined(separator: ",")
  }
}
