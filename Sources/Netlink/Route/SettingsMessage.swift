/// What a namespace does with IPv4 packets that are not its own, from `RTM_NEWNETCONF`.
struct SettingsMessage: Hashable, Sendable {
  /// -1: of the namespace as a whole, -2: of interfaces to come.
  var interface: Int32 = 0
  var forwards: Bool?
  var isIPv4 = false

  /// Reads a `struct netconfmsg` and its attributes.
  init(message: Span<UInt8>) throws(WireError) {
    guard message.count >= 4 else { throw .shortMessage(need: 4, have: message.count) }
    isIPv4 = message[0] == AddressFamily.v4
    var attributes = AttributeReader<SettingsAttribute>(message.extracting(droppingFirst: 4))
    while let attribute = try attributes.next() {
      switch attribute.key {
      case .interface: interface = try attribute.int32()
      case .forwarding: forwards = try attribute.int32() != 0
      case nil: break
      }
    }
  }

  /// Whether the namespace forwards IPv4; `nil` if this is about something else.
  var forwardsIPv4: Bool? { isIPv4 && interface == -1 ? forwards : nil }
}

/// `NETCONFA_*` (include/uapi/linux/netconf.h).
enum SettingsAttribute: UInt16, AttributeKey {
  case interface = 1  // NETCONFA_IFINDEX
  case forwarding = 2  // NETCONFA_FORWARDING
}
