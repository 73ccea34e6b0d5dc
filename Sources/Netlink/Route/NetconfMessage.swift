public import Addressing

/// What a namespace does with packets that are not its own, from `RTM_NEWNETCONF`.
struct NetconfMessage: Hashable, Sendable {
  /// `AF_INET` or `AF_INET6`
  var family: UInt8
  /// -1: of the namespace as a whole, -2: of interfaces to come.
  var interface: Int32 = 0
  var forwards: Bool?

  /// Reads a `struct netconfmsg` and its attributes.
  init(message: Span<UInt8>) throws(WireError) {
    guard message.count >= 4 else { throw .shortMessage(need: 4, have: message.count) }
    family = message[0]
    var attributes = AttributeReader<NetconfAttribute>(message.extracting(droppingFirst: 4))
    while let attribute = try attributes.next() {
      switch attribute.key {
      case .interface: interface = try attribute.int32()
      case .forwarding: forwards = try attribute.int32() != 0
      case nil: break
      }
    }
  }

  /// Whether the namespace forwards IPv4; `nil` if this is about something else.
  var forwardsIPv4: Bool? { family == AddressFamily.v4 && interface == -1 ? forwards : nil }
}

/// `NETCONFA_*` (include/uapi/linux/netconf.h).
enum NetconfAttribute: UInt16, AttributeKey {
  case interface = 1  // NETCONFA_IFINDEX
  case forwarding = 2  // NETCONFA_FORWARDING
}

extension Query<Bool?> {
  /// `sysctl net.ipv4.ip_forward` or `net.ipv6.conf.all.forwarding`
  public static func isForwarding(_ family: IPAddress.Family) -> Query {
    let name = family == .v4 ? "IPv4" : "IPv6"
    let request = Request(
      to: "see whether \(name) is forwarded", type: 82, flags: .single,  // RTM_GETNETCONF
      header: [family.number, 0, 0, 0]  // struct netconfmsg
    ) { (settings: inout AttributeWriter<NetconfAttribute>) in
      settings.add(.interface, UInt32.max)  // NETCONFA_IFINDEX_ALL
    }
    return Query(request) { message throws(WireError) in
      try NetconfMessage(message: message).forwards
    }
  }
}
