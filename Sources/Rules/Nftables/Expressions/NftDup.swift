import Netlink

extension NftInterpreter {
  /// `dup`: a copy of the packet to an address, a device, or both.
  func text(_ dup: Expression.Dup) -> String {
    let kind = table.family == .ip6 ? DataKind.address6 : .address
    guard let address = dup.address else { return "dup to \(value(dup.device, .index))" }
    let tail = dup.device.map { " device \(value($0, .index))" } ?? ""
    return "dup to \(value(address, kind))\(tail)"
  }
}
