public import Addressing

/// What only one kind of link has: `IFLA_INFO_DATA`, read by `IFLA_INFO_KIND`.
public enum LinkDetails: Equatable, Sendable {
  case none
  case bridge(BridgeMessage)
  /// `protocol` is an ethertype: 0x8100 or 0x88a8.
  case vlan(id: UInt16, protocol: UInt16)
  /// `MACVLAN_MODE_*`, one bit each.
  case macvlan(mode: UInt32)
  /// `IPVLAN_MODE_*`: 0 l2, 1 l3, 2 l3s.
  case ipvlan(mode: UInt16)
  case vxlan(VXLANMessage)
  /// 1 tun, 2 tap.
  case tun(type: UInt8)
  case tunnel(local: IPAddress?, remote: IPAddress?)

  init(_ data: Span<UInt8>, kind: String?) throws(WireError) {
    switch kind {
    case "bridge": self = .bridge(try BridgeMessage(data))
    case "vlan": self = try Self.vlan(data)
    case "macvlan", "macvtap": self = try Self.macvlan(data)
    case "ipvlan", "ipvtap": self = try Self.ipvlan(data)
    case "vxlan": self = .vxlan(try VXLANMessage(data))
    case "tun": self = try Self.tun(data)
    case "ipip", "sit": self = try Self.tunnel(data, local: IPTunnelAttribute.local, .remote)
    case "gre", "gretap": self = try Self.tunnel(data, local: GREAttribute.local, .remote)
    default: self = .none
    }
  }

  /// What a vxlan stands on: it says so here, and not in `IFLA_LINK` as others do.
  var link: UInt32? {
    if case .vxlan(let vxlan) = self { vxlan.link } else { nil }
  }

  private static func vlan(_ data: Span<UInt8>) throws(WireError) -> LinkDetails {
    var id: UInt16 = 0
    var tagProtocol: UInt16 = 0x8100
    var attributes = AttributeReader<VLANAttribute>(data)
    while let attribute = try attributes.next() {
      switch attribute.key {
      case .id: id = try attribute.uint16()
      case .tagProtocol: tagProtocol = try attribute.uint16(.network)
      case nil: break
      }
    }
    return .vlan(id: id, protocol: tagProtocol)
  }

  private static func macvlan(_ data: Span<UInt8>) throws(WireError) -> LinkDetails {
    var attributes = AttributeReader<SharedLinkAttribute>(data)
    while let attribute = try attributes.next() {
      if attribute.key == .mode { return .macvlan(mode: try attribute.uint32()) }
    }
    return .none
  }

  private static func ipvlan(_ data: Span<UInt8>) throws(WireError) -> LinkDetails {
    var attributes = AttributeReader<SharedLinkAttribute>(data)
    while let attribute = try attributes.next() {
      if attribute.key == .mode { return .ipvlan(mode: try attribute.uint16()) }
    }
    return .none
  }

  private static func tun(_ data: Span<UInt8>) throws(WireError) -> LinkDetails {
    var attributes = AttributeReader<TunAttribute>(data)
    while let attribute = try attributes.next() {
      if attribute.key == .type { return .tun(type: try attribute.uint8()) }
    }
    return .none
  }

  private static func tunnel<Key: AttributeKey & Equatable>(
    _ data: Span<UInt8>, local: Key, _ remote: Key
  ) throws(WireError) -> LinkDetails {
    var ends: (local: IPAddress?, remote: IPAddress?) = (nil, nil)
    var attributes = AttributeReader<Key>(data)
    while let attribute = try attributes.next() {
      switch attribute.key {
      case local: ends.local = try attribute.address()
      case remote: ends.remote = try attribute.address()
      default: break
      }
    }
    return .tunnel(local: ends.local, remote: ends.remote)
  }
}

public struct VXLANMessage: Equatable, Sendable {
  public var id: UInt32 = 0
  public var local: IPAddress?
  public var remote: IPAddress?
  public var port: UInt16 = 0
  public var learns: Bool = true
  /// The link its outer packets are to leave by.
  public var link: UInt32?

  public init(
    id: UInt32 = 0, local: IPAddress? = nil, remote: IPAddress? = nil, port: UInt16 = 0,
    learns: Bool = true, link: UInt32? = nil
  ) {
    self.id = id
    self.local = local
    self.remote = remote
    self.port = port
    self.learns = learns
    self.link = link
  }

  init(_ data: Span<UInt8>) throws(WireError) {
    self.init()
    var attributes = AttributeReader<VXLANAttribute>(data)
    while let attribute = try attributes.next() {
      switch attribute.key {
      case .id: id = try attribute.uint32()
      case .local, .local6: local = try attribute.address()
      case .remote, .remote6: remote = try attribute.address()
      case .learning: learns = try attribute.uint8() != 0
      case .link: link = try attribute.uint32()
      case .port: port = try attribute.uint16(.network)
      case nil: break
      }
    }
  }
}
