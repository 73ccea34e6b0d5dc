import Netlink

extension NftInterpreter {
  /// `fwd`: the packet goes out of a device, to a neighbour where an address is given.
  func text(_ fwd: Expression.Fwd) -> String {
    let device = value(fwd.device, .index)
    guard let address = fwd.address else { return "fwd to \(device)" }
    let kind = fwd.family == .ip6 ? DataKind.address6 : .address
    return "fwd \(fwd.family) to \(value(address, kind)) device \(device)"
  }
}
