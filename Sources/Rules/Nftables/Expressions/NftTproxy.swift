import Netlink

extension NftInterpreter {
  /// `tproxy`: a local socket gets the packet.
  mutating func text(_ tproxy: Expression.Tproxy) -> String {
    let isNamed = table.family == .inet && tproxy.family != .any
    let address = value(tproxy.address, tproxy.family == .ip6 ? .ipv6 : .ipv4)
    if tproxy.port != nil { dependencies.reset() }
    let target = endpoint(tproxy.family, address, value(tproxy.port, .port))
    return "tproxy\(isNamed ? " \(tproxy.family)" : "") to \(target)"
  }

  /// An address, a port, or both.
  func endpoint(_ family: NftFamily, _ address: String, _ port: String) -> String {
    if port.isEmpty { return family == .ip6 && !address.isEmpty ? bracketed(address) : address }
    return "\(family == .ip6 && !address.isEmpty ? bracketed(address) : address):\(port)"
  }

  /// Each address of a span of IPv6 addresses is bracketed.
  func bracketed(_ span: String) -> String {
    span.split(separator: "-").map { "[\($0)]" }.joined(separator: "-")
  }
}
