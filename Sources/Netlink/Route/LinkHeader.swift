/// `struct ifinfomsg` (include/uapi/linux/rtnetlink.h), the beginning of every message about a link.
struct LinkHeader {
  static let size = 16

  var family = AddressFamily.any
  /// 0 where a name says which link, or no link is meant.
  var index: UInt32 = 0
  var flags: Link.Flags = []
  /// Which of the flags are to change.
  var changes: Link.Flags = []
}

extension LinkHeader {
  init(_ message: Span<UInt8>) throws(WireError) {
    guard message.count >= Self.size else {
      throw .shortMessage(need: Self.size, have: message.count)
    }
    self.init(
      family: message[0], index: message.uint32(at: 4),
      flags: Link.Flags(rawValue: message.uint32(at: 8)),
      changes: Link.Flags(rawValue: message.uint32(at: 12)))
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = [family, 0, 0, 0]
    bytes.append(integer: index)
    bytes.append(integer: flags.rawValue)
    bytes.append(integer: changes.rawValue)
    return bytes
  }
}

/// `AF_*`, as the first byte of a message says it.
enum AddressFamily {
  static let any: UInt8 = 0  // AF_UNSPEC
  static let v4: UInt8 = 2  // AF_INET
  static let bridge: UInt8 = 7  // AF_BRIDGE
  static let v6: UInt8 = 10  // AF_INET6
}
