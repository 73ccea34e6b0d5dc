public import Addressing

/// A packet as packet rules see it. What is `nil` is not known, unless it says otherwise.
public struct Packet: Hashable, Sendable {
  public var family: IPAddress.Family
  public var source: IPAddress?
  public var destination: IPAddress?
  /// The number of the transport protocol.
  public var transport: UInt8?
  public var sourcePort: UInt16?
  public var destinationPort: UInt16?
  public var icmp = ICMP()
  /// The flags of TCP, as in its header: 0x02 is SYN.
  public var tcpFlags: UInt8?
  /// Of the whole packet from its IP header on, in bytes.
  public var length: UInt16?
  /// Time to live, or hop limit.
  public var hopLimit: UInt8?
  /// Type of service or traffic class: DSCP and ECN.
  public var trafficClass: UInt8?
  /// Where in the whole packet it begins, in units of 8 bytes; 0 for one that is whole, or the first.
  public var fragmentOffset: UInt16? = 0
  public var link = Link()
  /// Where it came in; `nil` for one that this host made.
  public var inInterface: PacketInterface?
  /// Where it leaves; `nil` where that is not decided, and for one that is for this host.
  public var outInterface: PacketInterface?
  /// By which port it came to the bridge that is its ``inInterface``.
  public var bridgePort: PacketInterface?
  public var mark: UInt32?
  /// `skb->priority`
  public var priority: UInt32?
  public var socket: SocketOwner = .none
  public var tracking = Tracking.unknown

  public init(_ family: IPAddress.Family) {
    self.family = family
  }

  /// Of ICMP and ICMPv6.
  public struct ICMP: Hashable, Sendable {
    public var type: UInt8?
    public var code: UInt8?
    /// Of an echo.
    public var id: UInt16?

    public init(type: UInt8? = nil, code: UInt8? = nil, id: UInt16? = nil) {
      self.type = type
      self.code = code
      self.id = id
    }
  }

  /// What is around the packet on the wire.
  public struct Link: Hashable, Sendable {
    public var source: MACAddress?
    public var destination: MACAddress?
    /// `PACKET_*`: 0 for this host, 1 broadcast, 2 multicast, 3 for another.
    public var packetType: UInt8?

    public init(
      source: MACAddress? = nil, destination: MACAddress? = nil, packetType: UInt8? = nil
    ) {
      self.source = source
      self.destination = destination
      self.packetType = packetType
    }
  }

  /// Whose socket on this host the packet belongs to.
  public enum SocketOwner: Hashable, Sendable {
    /// Nobody's, as for what is forwarded.
    case none
    case of(user: UInt32, group: UInt32)
    case unknown
  }
}

/// An interface that a packet passes. What is `nil` is not known.
public struct PacketInterface: Hashable, Sendable {
  public var name: String?
  public var index: UInt32?
  public var group: UInt32?
  /// `ARPHRD_*`
  public var type: UInt16?
  /// `veth`, `bridge`; empty for a real one.
  public var kind: String?

  public init(
    name: String? = nil, index: UInt32? = nil, group: UInt32? = nil, type: UInt16? = nil,
    kind: String? = nil
  ) {
    self.name = name
    self.index = index
    self.group = group
    self.type = type
    self.kind = kind
  }
}
