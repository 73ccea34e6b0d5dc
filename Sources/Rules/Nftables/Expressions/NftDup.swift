import Netlink

extension NftInterpreter {
  /// `dup`: a copy of the packet to an address, a device, or both.
  mutating func text(_ dup: Expression.Dup) -> String {
    let type = table.family == .ip6 ? DataType.ipv6 : .ipv4
    guard let address = dup.address else { return "dup to \(value(dup.device, .interfaceIndex))" }
    let tail = dup.device.map { " device \(value($0, .interfaceIndex))" } ?? ""
    return "dup to \(value(address, type))\(tail)"
  }
}
