import Netlink
import Topology

extension NftInterpreter {
  /// `nat`, `masq` and `redir`: other addresses or ports.
  mutating func translate(_ translation: Expression.Translation) {
    let target = target(of: translation)
    let flags = flagWords(translation.flags)
    let to = target.isEmpty ? "" : " to \(target)"
    switch translation.kind {
    case .masquerade: clauses.append(Clause(.action(.masquerade), "masquerade" + to + flags))
    case .redirect: clauses.append(Clause(.action(.redirect(target)), "redirect\(to)\(flags)"))
    case .source:
      clauses.append(Clause(.action(.snat(target)), "snat\(family(translation))\(to)\(flags)"))
    case .destination:
      clauses.append(Clause(.action(.dnat(target)), "dnat\(family(translation))\(to)\(flags)"))
    }
  }

  /// nft names the family where the table does not say it.
  private func family(_ translation: Expression.Translation) -> String {
    guard table.family == .inet, translation.address != nil else { return "" }
    return " \(translation.family)"
  }

  private func target(of translation: Expression.Translation) -> String {
    let isIPv6 = translation.family == .ip6
    let kind = isIPv6 ? DataKind.address6 : .address
    var address = span(translation.address, translation.lastAddress, kind)
    let port = span(translation.port, translation.lastPort, .port)
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
