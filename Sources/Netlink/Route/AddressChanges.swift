public import Addressing

extension Request {
  /// `ip address add PREFIX broadcast + dev …`
  public static func addAddress(_ prefix: Prefix, to name: String, index: UInt32) -> Request {
    address(
      "add address \(prefix) to \(name)", type: 20, flags: .make,  // RTM_NEWADDR
      prefix, index)
  }

  /// `ip address del PREFIX dev …`
  public static func deleteAddress(_ prefix: Prefix, from name: String, index: UInt32) -> Request {
    address(
      "delete address \(prefix) from \(name)", type: 21, flags: .change,  // RTM_DELADDR
      prefix, index)
  }

  private static func address(
    _ purpose: String, type: UInt16, flags: Flags, _ prefix: Prefix, _ index: UInt32
  ) -> Request {
    var header: [UInt8] = [prefix.address.family.number, prefix.length, 0, 0]  // struct ifaddrmsg
    header.append(integer: index)
    return Request(to: purpose, type: type, flags: flags, header: header) {
      (address: inout AttributeWriter<AddressAttribute>) in
      address.add(.local, prefix.address)
      address.add(.address, prefix.address)
      if let broadcast = prefix.broadcast { address.add(.broadcast, broadcast) }
    }
  }
}

extension IPAddress.Family {
  /// `AF_INET` or `AF_INET6`.
  var number: UInt8 {
    switch self {
    case .v4: AddressFamily.v4
    case .v6: AddressFamily.v6
    }
  }
}

extension Prefix {
  /// The address that reaches all of the network; IPv6 and networks of one or two addresses have none.
  fileprivate var broadcast: IPAddress? {
    address.family == .v4 && length <= 30 ? addresses.last : nil
  }
}
