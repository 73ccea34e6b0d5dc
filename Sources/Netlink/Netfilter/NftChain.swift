/// A chain of nftables: a list of rules, called by the kernel's hook or by other rules.
public struct NftChain: Equatable, Sendable {
  public var id: ID
  public var handle: UInt64
  /// `nil` for a chain that others jump to.
  public var hook: Hook?
  /// Hits of the policy, where the chain counts them.
  public var counter: PacketCounter?

  public init(id: ID, handle: UInt64 = 0, hook: Hook? = nil, counter: PacketCounter? = nil) {
    self.id = id
    self.handle = handle
    self.hook = hook
    self.counter = counter
  }

  public struct ID: Hashable, Sendable {
    public var table: NftTable.ID
    public var name: String

    public init(_ table: NftTable.ID, _ name: String) {
      self.table = table
      self.name = name
    }
  }

  /// Where the kernel calls a base chain.
  public struct Hook: Equatable, Sendable {
    /// `filter`, `nat` or `route`.
    public var type: String
    /// `NF_INET_*`, or `NF_NETDEV_*` in a netdev table.
    public var number: UInt32
    public var priority: Int32
    public var drops: Bool
    public var devices: [String]

    public init(
      type: String, number: UInt32, priority: Int32, drops: Bool = false, devices: [String] = []
    ) {
      self.type = type
      self.number = number
      self.priority = priority
      self.drops = drops
      self.devices = devices
    }
  }
}

/// `NFTA_CHAIN_*`
enum NftChainAttribute: UInt16, AttributeKey {
  case table = 1  // NFTA_CHAIN_TABLE
  case handle = 2  // NFTA_CHAIN_HANDLE
  case name = 3  // NFTA_CHAIN_NAME
  case hook = 4  // NFTA_CHAIN_HOOK
  case policy = 5  // NFTA_CHAIN_POLICY
  case type = 7  // NFTA_CHAIN_TYPE
  case counters = 8  // NFTA_CHAIN_COUNTERS
}

/// `NFTA_HOOK_*`
enum NftHookAttribute: UInt16, AttributeKey {
  case number = 1  // NFTA_HOOK_HOOKNUM
  case priority = 2  // NFTA_HOOK_PRIORITY
  case device = 3  // NFTA_HOOK_DEV
  case devices = 4  // NFTA_HOOK_DEVS
}

extension NftChain {
  /// Reads the payload of an `NFT_MSG_NEWCHAIN`.
  public init(message: Span<UInt8>) throws(WireError) {
    let family = try NetfilterHeader(message).family
    let body = AttributeReader<NftChainAttribute>(
      message.extracting(droppingFirst: NetfilterHeader.size))
    let table = NftTable.ID(family, try body.text(.table) ?? "")
    self.init(
      id: ID(table, try body.text(.name) ?? ""), handle: try body.wide(.handle) ?? 0)
    if let counters = try body.find(.counters) { counter = try PacketCounter(counters.nest()) }
    guard let place = try body.find(.hook) else { return }
    hook = try Hook(
      place.nest(), type: try body.text(.type) ?? "filter", drops: try body.number(.policy) == 0)
  }
}

extension NftChain.Hook {
  fileprivate init(
    _ place: consuming AttributeReader<NftHookAttribute>, type: String, drops: Bool
  ) throws(WireError) {
    var devices: [String] = []
    if let device = try place.text(.device) { devices.append(device) }
    if let list = try place.find(.devices) {
      devices = []
      var names: AttributeReader<NftHookAttribute> = list.nest()
      while let name = try names.next() { devices.append(name.string()) }
    }
    self.init(
      type: type, number: try place.number(.number) ?? 0,
      priority: Int32(bitPattern: try place.number(.priority) ?? 0), drops: drops,
      devices: devices)
  }
}
