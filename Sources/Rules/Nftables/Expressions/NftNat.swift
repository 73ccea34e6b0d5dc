import Netlink
import Topology

extension NftInterpreter {
  /// `nat`, `masq` and `redir`: other addresses or ports.
  mutating func translate(_ nat: Expression.Nat) {
    let target = target(of: nat)
    let flags = flagWords(nat.flags)
    let to = target.isEmpty ? "" : " to \(target)"
    switch nat.kind {
    case .masquerade: clauses.append(Clause(.action(.masquerade), "masquerade" + to + flags))
    case .redirect: clauses.append(Clause(.action(.redirect(target)), "redirect\(to)\(flags)"))
    case .source:
      clauses.append(Clause(.action(.snat(target)), "snat\(family(nat))\(to)\(flags)"))
    case .destination:
      clauses.append(Clause(.action(.dnat(target)), "dnat\(family(nat))\(to)\(flags)"))
    }
  }

  /// nft names the family where the table does not say it.
  private func family(_ nat: Expression.Nat) -> String {
    guard table.family == .inet, nat.address != nil else { return "" }
    return " \(nat.family)"
  }

  private func target(of nat: Expression.Nat) -> String {
    let isIPv6 = nat.family == .ip6
    let kind = isIPv6 ? DataKind.address6 : .address
    var address = span(nat.address, nat.lastAddress, kind)
    let port = span(nat.port, nat.lastPort, .port)
    if isIPv6, !port.isEmpty, !address.isEmpty { address = "[\(address)]" }
    return port.isEmpty ? address : "\(address):\(port)"
  }

  private func span(_ first: Int?, _ last: Int?, _ kind: DataKind) -> String {
    let low = value(first, kind)
    let high = value(last, kind)
    return high.isEmpty || high == low ? low : "\(low)-\(high)"
  }

  /// `NF_NAT_RANGE_*`
  private func flagWords(_ flags: UInt32) -> String {
    let names = [(UInt32(4), "random"), (16, "fully-random"), (8, "persistent")]
    let words = names.filter { flags & $0.0 != 0 }.map(\.1)
    return words.isEmpty ? "" : " " + words.joined(separator: ",")
  }
}
