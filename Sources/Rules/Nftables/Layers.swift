import Netlink

/// What the rule has established about the packet's headers.
struct Layers: Equatable {
  /// `ip`, `ip6` or `arp`, where it is one of them.
  var network: NftFamily?
  /// The protocol number.
  var transport: UInt8?

  /// Which of them a field's value tells, and in which numbers.
  enum Evidence {
    /// `NFPROTO_*`
    case family
    case etherType
    case transport
  }
}
