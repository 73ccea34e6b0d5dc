public import Addressing

/// `IFLA_INFO_DATA` of a bridge.
public struct BridgeMessage: Equatable, Sendable {
  public var hasSpanningTree: Bool = false
  public var filtersVLANs: Bool = false
  /// In hundredths of a second (`USER_HZ`).
  public var ageing: UInt32 = 30000
  public var groupAddress: MACAddress?
  public var groupForwardMask: UInt16 = 0

  public init(
    hasSpanningTree: Bool = false, filtersVLANs: Bool = false, ageing: UInt32 = 30000,
    groupAddress: MACAddress? = nil, groupForwardMask: UInt16 = 0
  ) {
    self.hasSpanningTree = hasSpanningTree
    self.filtersVLANs = filtersVLANs
    self.ageing = ageing
    self.groupAddress = groupAddress
    self.groupForwardMask = groupForwardMask
  }

  init(_ data: Span<UInt8>) throws(WireError) {
    self.init()
    var attributes = AttributeReader<BridgeAttribute>(data)
    while let attribute = try attributes.next() {
      switch attribute.key {
      case .ageing: ageing = try attribute.uint32()
      case .spanningTree: hasSpanningTree = try attribute.uint32() != 0
      case .vlanFiltering: filtersVLANs = try attribute.uint8() != 0
      case .groupForwardMask: groupForwardMask = try attribute.uint16()
      case .groupAddress: groupAddress = attribute.mac()
      case nil: break
      }
    }
  }
}

/// What a bridge says of one of its ports.
public struct BridgePortMessage: Equatable, Sendable {
  public var number: UInt16 = 0
  /// `BR_STATE_*`: 0 disabled, 1 listening, 2 learning, 3 forwarding, 4 blocking.
  public var state: UInt8 = 0
  public var isHairpin: Bool = false
  public var isIsolated: Bool = false
  public var learns: Bool = true

  public init(
    number: UInt16 = 0, state: UInt8 = 0, isHairpin: Bool = false, isIsolated: Bool = false,
    learns: Bool = true
  ) {
    self.number = number
    self.state = state
    self.isHairpin = isHairpin
    self.isIsolated = isIsolated
    self.learns = learns
  }

  init(_ data: Span<UInt8>) throws(WireError) {
    self.init()
    var attributes = AttributeReader<BridgePortAttribute>(data)
    while let attribute = try attributes.next() {
      switch attribute.key {
      case .state: state = try attribute.uint8()
      case .hairpin: isHairpin = try attribute.uint8() != 0
      case .learning: learns = try attribute.uint8() != 0
      case .number: number = try attribute.uint16()
      case .isolated: isIsolated = try attribute.uint8() != 0
      case nil: break
      }
    }
  }
}

/// The VLANs of one port, from an AF_BRIDGE link message.
public struct PortVLANs: Equatable, Sendable {
  public var index: UInt32
  public var vlans: [VLAN] = []

  /// `struct bridge_vlan_info`, ranges put together.
  public struct VLAN: Equatable, Sendable {
    public var first: UInt16
    public var last: UInt16
    public var isPrimary: Bool
    public var isUntagged: Bool
  }

  /// Reads an `RTM_NEWLINK` that was asked for with `RTEXT_FILTER_BRVLAN_COMPRESSED`.
  public init(message: Span<UInt8>) throws(WireError) {
    index = try LinkHeader(message).index
    var attributes = AttributeReader<LinkAttribute>(
      message.extracting(droppingFirst: LinkHeader.size))
    while let attribute = try attributes.next() {
      if attribute.key == .familyData { try read(attribute.value) }
    }
  }

  private mutating func read(_ family: Span<UInt8>) throws(WireError) {
    var rangeStart: UInt16?
    var attributes = AttributeReader<BridgeFamilyAttribute>(family)
    while let attribute = try attributes.next() {
      guard attribute.key == .vlan else { continue }
      guard attribute.value.count == 4 else {
        throw .wrongSize(attribute.type, need: 4, have: attribute.value.count)
      }
      let flags = attribute.value.uint16(at: 0)
      let id = attribute.value.uint16(at: 2)
      if flags & 0x8 != 0 {  // BRIDGE_VLAN_INFO_RANGE_BEGIN
        rangeStart = id
        continue
      }
      vlans.append(
        VLAN(
          first: min(rangeStart ?? id, id), last: id,
          isPrimary: flags & 0x2 != 0,  // BRIDGE_VLAN_INFO_PVID
          isUntagged: flags & 0x4 != 0))  // BRIDGE_VLAN_INFO_UNTAGGED
      rangeStart = nil
    }
  }
}
