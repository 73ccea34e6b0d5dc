public import Addressing

/// An entry of a neighbour table or of a bridge's forwarding database, from `RTM_NEWNEIGH`.
public struct NeighbourMessage: Hashable, Sendable {
  public var interface: UInt32
  /// `nil` in a bridge's entry, unless it leads into a tunnel.
  public var address: IPAddress?
  public var mac: MACAddress?
  /// `NUD_*`, one bit each: 0x02 reachable, 0x04 stale, 0x40 noarp, 0x80 permanent.
  public var state: UInt16
  /// `NTF_*`: 0x02 self, 0x04 master, 0x10 learned outside.
  public var flags: UInt8
  public var vlan: UInt16?

  public init(
    interface: UInt32, address: IPAddress? = nil, mac: MACAddress? = nil, state: UInt16,
    flags: UInt8, vlan: UInt16? = nil
  ) {
    self.interface = interface
    self.address = address
    self.mac = mac
    self.state = state
    self.flags = flags
    self.vlan = vlan
  }

  /// Reads a `struct ndmsg` and its attributes.
  public init(message: Span<UInt8>) throws(WireError) {
    guard message.count >= 12 else { throw .shortMessage(need: 12, have: message.count) }
    self.init(
      interface: message.uint32(at: 4), state: message.uint16(at: 8), flags: message[10])
    var attributes = AttributeReader<NeighbourAttribute>(message.extracting(droppingFirst: 12))
    while let attribute = try attributes.next() {
      switch attribute.key {
      case .destination: address = IPAddress(span: attribute.value)
      case .linkLayer: mac = attribute.mac()
      case .vlan: vlan = try attribute.uint16()
      case nil: break
      }
    }
  }
}

/// `NDA_*` (include/uapi/linux/neighbour.h).
enum NeighbourAttribute: UInt16, AttributeKey {
  case destination = 1  // NDA_DST
  case linkLayer = 2  // NDA_LLADDR
  case vlan = 5  // NDA_VLAN
}

extension Query<NeighbourMessage> {
  /// `ip neighbour show nud all`
  public static let neighbours = neighbours(family: AddressFamily.any, to: "list neighbours")

  /// `bridge fdb show`
  public static let forwardingEntries = neighbours(
    family: AddressFamily.bridge, to: "list forwarding entries")

  private static func neighbours(family: UInt8, to purpose: String) -> Query {
    Query(
      Request(
        to: purpose, type: 30, flags: .dump,  // RTM_GETNEIGH
        header: [family] + [UInt8](repeating: 0, count: 11)
      ) { (_: inout AttributeWriter<NeighbourAttribute>) in },
      read: NeighbourMessage.init(message:))
  }
}
