public import Addressing

/// An address of an interface, as `RTM_NEWADDR` reports it.
public struct AddressMessage: Hashable, Sendable {
  /// The index of the interface.
  public var index: UInt32
  public var prefix: Prefix
  /// The other end of a point-to-point link.
  public var peer: IPAddress?
  /// `RT_SCOPE_*`: 0 global, 200 site, 253 link, 254 host, 255 nowhere.
  public var scope: UInt8
  /// `IFA_F_*`.
  public var flags: UInt32

  public init(index: UInt32, prefix: Prefix, peer: IPAddress? = nil, scope: UInt8, flags: UInt32) {
    self.index = index
    self.prefix = prefix
    self.peer = peer
    self.scope = scope
    self.flags = flags
  }

  /// Reads a `struct ifaddrmsg` and its attributes; `nil` for a family that is not IP.
  public init?(message: Span<UInt8>) throws(WireError) {
    guard message.count >= 8 else { throw .shortMessage(need: 8, have: message.count) }
    var local: IPAddress?
    var address: IPAddress?
    var flags = UInt32(message[2])
    var attributes = AttributeReader<AddressAttribute>(message.extracting(droppingFirst: 8))
    while let attribute = try attributes.next() {
      switch attribute.key {
      case .local: local = try attribute.address()
      case .address: address = try attribute.address()
      case .flags: flags = try attribute.uint32()
      case .broadcast, .targetNamespace, nil: break
      }
    }
    guard let own = local ?? address, let prefix = Prefix(own, length: message[1]) else {
      return nil
    }
    self.init(
      index: message.uint32(at: 4), prefix: prefix, peer: address == own ? nil : address,
      scope: message[3], flags: flags)
  }
}

/// `IFA_*` (include/uapi/linux/if_addr.h).
public enum AddressAttribute: UInt16, AttributeKey {
  case address = 1  // IFA_ADDRESS
  case local = 2  // IFA_LOCAL
  case broadcast = 4  // IFA_BROADCAST
  case flags = 8  // IFA_FLAGS
  case targetNamespace = 10  // IFA_TARGET_NETNSID
}

extension Query<AddressMessage?> {
  /// `ip address show`
  public static let addresses = addresses(to: "list addresses") { _ in }

  /// `ip address show dev …`
  public static func addresses(of index: UInt32) -> Query {
    addresses(to: "list addresses of an interface", index: index) { _ in }
  }

  /// The addresses of a namespace by the nsid it has here, without entering it.
  public static func addresses(in nsid: Int32) -> Query {
    addresses(to: "list addresses of nsid \(nsid)") {
      $0.add(.targetNamespace, UInt32(bitPattern: nsid))
    }
  }

  private static func addresses(
    to purpose: String, index: UInt32 = 0, _ fill: (inout AttributeWriter<AddressAttribute>) -> Void
  ) -> Query {
    var header: [UInt8] = [0, 0, 0, 0]  // struct ifaddrmsg
    header.append(integer: index)
    return Query(
      Request(
        to: purpose, type: 22, flags: .dump,  // RTM_GETADDR
        header: header, attributes: fill),
      read: AddressMessage.init(message:))
  }
}
