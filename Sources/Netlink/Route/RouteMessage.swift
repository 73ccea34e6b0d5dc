public import Addressing

/// A route as `RTM_NEWROUTE` reports it.
public struct RouteMessage: Hashable, Sendable {
  /// Of length 0 for a default route.
  public var destination: Prefix
  /// `RTN_*`: 1 unicast, 2 local, 3 broadcast, …
  public var type: UInt8
  public var gateway: IPAddress?
  public var interface: UInt32?
  public var nextHops: [NextHop] = []
  public var source: IPAddress?
  public var table: UInt32
  public var metric: UInt32 = 0
  /// `RT_SCOPE_*`.
  public var scope: UInt8
  /// `RTPROT_*`.
  public var origin: UInt8

  public init(
    destination: Prefix, type: UInt8, gateway: IPAddress? = nil, interface: UInt32? = nil,
    nextHops: [NextHop] = [], source: IPAddress? = nil, table: UInt32, metric: UInt32 = 0,
    scope: UInt8, origin: UInt8
  ) {
    self.destination = destination
    self.type = type
    self.gateway = gateway
    self.interface = interface
    self.nextHops = nextHops
    self.source = source
    self.table = table
    self.metric = metric
    self.scope = scope
    self.origin = origin
  }

  public struct NextHop: Hashable, Sendable {
    public var interface: UInt32
    public var gateway: IPAddress?
    /// 1 and up.
    public var weight: UInt16

    public init(interface: UInt32, gateway: IPAddress? = nil, weight: UInt16 = 1) {
      self.interface = interface
      self.gateway = gateway
      self.weight = weight
    }
  }

  /// Reads a `struct rtmsg` and its attributes; `nil` for what is no route of IP, or a cached copy.
  public init?(message: Span<UInt8>) throws(WireError) {
    guard message.count >= 12 else { throw .shortMessage(need: 12, have: message.count) }
    let family: IPAddress.Family
    switch message[0] {
    case AddressFamily.v4: family = .v4
    case AddressFamily.v6: family = .v6
    default: return nil
    }
    let isCached = message.uint32(at: 8) & 0x200 != 0  // RTM_F_CLONED
    guard !isCached, let whole = Prefix(family.address(0), length: message[1]) else { return nil }
    self.init(
      destination: whole, type: message[7], table: UInt32(message[4]), scope: message[6],
      origin: message[5])
    try read(attributes: message.extracting(droppingFirst: 12))
  }

  private mutating func read(attributes bytes: Span<UInt8>) throws(WireError) {
    var attributes = AttributeReader<RouteAttribute>(bytes)
    while let attribute = try attributes.next() {
      switch attribute.key {
      case .destination: destination.address = try sameFamily(attribute.address(), attribute.type)
      case .interface: interface = try attribute.uint32()
      case .gateway: gateway = try attribute.address()
      case .via: gateway = Self.via(attribute.value)
      case .metric: metric = try attribute.uint32()
      case .source: source = try attribute.address()
      case .table: table = try attribute.uint32()
      case .multipath: try read(hops: attribute.value)
      case .metrics, nil: break
      }
    }
  }

  /// A length of 64 must never meet an address of 32 bits.
  private func sameFamily(_ address: IPAddress, _ type: UInt16) throws(WireError) -> IPAddress {
    guard address.family == destination.address.family else {
      throw .wrongSize(type, need: Int(destination.address.family.bitWidth) / 8, have: 0)
    }
    return address
  }

  /// `struct rtvia`: a gateway of another family than the destination's.
  private static func via(_ value: Span<UInt8>) -> IPAddress? {
    value.count > 2 ? IPAddress(span: value.extracting(droppingFirst: 2)) : nil
  }

  /// A row of `struct rtnexthop`, each followed by attributes of its own.
  private mutating func read(hops value: Span<UInt8>) throws(WireError) {
    var offset = 0
    while offset < value.count {
      let available = value.count - offset
      guard available >= 8 else { throw .shortMessage(need: 8, have: available) }
      let length = Int(value.uint16(at: offset))
      guard length >= 8, length <= available else {
        throw .badLength(length, available: available)
      }
      var hop = NextHop(
        interface: value.uint32(at: offset + 4), gateway: nil,
        weight: UInt16(value[offset + 3]) + 1)
      var attributes = AttributeReader<RouteAttribute>(
        value.extracting(offset + 8..<offset + length))
      while let attribute = try attributes.next() {
        switch attribute.key {
        case .gateway: hop.gateway = try attribute.address()
        case .via: hop.gateway = Self.via(attribute.value)
        case .destination, .interface, .metric, .source, .metrics, .table, .multipath,
          nil:
          break
        }
      }
      nextHops.append(hop)
      offset += aligned(length)
    }
  }
}

/// `RTA_*` (include/uapi/linux/rtnetlink.h).
enum RouteAttribute: UInt16, AttributeKey {
  case destination = 1  // RTA_DST
  case interface = 4  // RTA_OIF
  case gateway = 5  // RTA_GATEWAY
  case metric = 6  // RTA_PRIORITY
  case source = 7  // RTA_PREFSRC
  case metrics = 8  // RTA_METRICS
  case multipath = 9  // RTA_MULTIPATH
  case table = 15  // RTA_TABLE
  case via = 18  // RTA_VIA
}

/// `RTAX_*`, inside `RTA_METRICS`.
enum RouteMetricAttribute: UInt16, AttributeKey {
  case mtu = 2  // RTAX_MTU
  case segmentSize = 8  // RTAX_ADVMSS
}

extension Query<RouteMessage?> {
  /// `ip route show table all`
  public static let routes = Query(
    Request(
      to: "list routes", type: 26, flags: .dump,  // RTM_GETROUTE
      header: [UInt8](repeating: 0, count: 12)
    ) { (_: inout AttributeWriter<RouteAttribute>) in },
    read: RouteMessage.init(message:))
}
