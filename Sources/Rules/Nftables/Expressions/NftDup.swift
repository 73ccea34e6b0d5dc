import Netlink

extension NftInterpreter {
  /// `dup`: a copy of the packet to an address, a device, or both.
  func text(_ dup: Expression.Dup) -> String {
    "dup to \(value(dup.address, .address))\(dup.device.map { " device \(value($0, .index))" } ?? "")"
  }
}
