import Netlink

extension NftInterpreter {
  /// `fwd`: the packet goes out of a device, to a neighbour where an address is given.
  mutating func text(_ fwd: Expression.Fwd) -> String {
    let device = value(fwd.device, .interfaceIndex)
    guard let address = fwd.address else { return "fwd to \(device)" }
    let type = fwd.family == .ip6 ? DataType.ipv6 : .ipv4
    return "fwd \(fwd.family) to \(value(address, type)) device \(device)"
  }
}
