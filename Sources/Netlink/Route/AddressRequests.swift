public import Addressing

/// `IFA_*` (include/uapi/linux/if_addr.h).
public enum AddressAttribute: UInt16, AttributeKey {
  case address = 1  // IFA_ADDRESS
  case local = 2  // IFA_LOCAL
}

extension Request {
  /// `ip address add PREFIX dev LINK`
  public static func addAddress(_ prefix: Prefix, toLink index: UInt32) -> Request {
    .address(prefix, link: index, to: "add \(prefix)", type: 20, .make)  // RTM_NEWADDR
  }

  /// `ip address delete PREFIX dev LINK`
  public static func removeAddress(_ prefix: Prefix, fromLink index: UInt32) -> Request {
    .address(prefix, link: index, to: "remove \(prefix)", type: 21, .change)  // RTM_DELADDR
  }

  private static func address(
    _ prefix: Prefix, link index: UInt32, to purpose: String, type: UInt16, _ flags: Flags
  ) -> Request {
    let family: UInt8 = prefix.address.family == .v4 ? 2 : 10  // AF_INET, AF_INET6
    var header: [UInt8] = [family, prefix.length, 0, 0]  // struct ifaddrmsg: no flags, global
    header.append(integer: index)
    return Request(to: purpose, type: type, flags: flags, header: header) {
      (address: inout AttributeWriter<AddressAttribute>) in
      address.add(.local, prefix.address.bytes)
      address.add(.address, prefix.address.bytes)
    }
  }
}
