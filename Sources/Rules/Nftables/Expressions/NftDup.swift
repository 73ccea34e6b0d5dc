import Netlink

extension NftInterpreter {
  /// `dup`: a copy of the packet to an address, a device, or both.
  func duplicate(to address: Int?, device: Int?) -> String {
    "dup to \(value(address, .address))\(device.map { " device \(value($0, .index))" } ?? "")"
  }
}
