public import Addressing

/// A network whose addresses host-local hands out, from one directory of leases.
public struct Network: Equatable, Identifiable, Sendable {
  /// The directory its leases are in: `/var/lib/cni/networks/mynet`.
  public var directory: String
  public var name: String
  /// Where its ranges were found: conf files, then cached configs.
  public var sources: [String] = []
  /// The bridge its config names.
  public var bridge: String?
  /// Whether its config asks for a masquerade rule per pod.
  public var masquerades: Bool = false
  /// An ADD takes one address of every set, from the first range that has one.
  public var rangeSets: [[Range]] = []
  /// The address handed out last, by the number of its set (`last_reserved_ip.N`).
  public var lastReserved: [Int: IPAddress] = [:]
  /// Every address that is not free, sorted.
  public var allocations: [Allocation] = []
  /// Files that are no lease, or no sound one.
  public var foreignFiles: [Gap] = []

  public init(
    directory: String, name: String, sources: [String] = [], bridge: String? = nil,
    masquerades: Bool = false, rangeSets: [[Range]] = [], lastReserved: [Int: IPAddress] = [:],
    allocations: [Allocation] = [], foreignFiles: [Gap] = []
  ) {
    self.directory = directory
    self.name = name
    self.sources = sources
    self.bridge = bridge
    self.masquerades = masquerades
    self.rangeSets = rangeSets
    self.lastReserved = lastReserved
    self.allocations = allocations
    self.foreignFiles = foreignFiles
  }

  public var id: String { directory }
  public var ranges: [Range] { rangeSets.flatMap { $0 } }

  /// One `ranges` entry of the config, as host-local completes it.
  public struct Range: Hashable, Sendable {
    public var subnet: Prefix
    /// First and last address that may be handed out, the gateway's perhaps among them.
    public var addresses: AddressRange
    public var gateway: IPAddress?

    public init(subnet: Prefix, addresses: AddressRange, gateway: IPAddress? = nil) {
      self.subnet = subnet
      self.addresses = addresses
      self.gateway = gateway
    }

    /// How many addresses pods can get.
    public var capacity: UInt128 {
      addresses.count - (gateway.map(addresses.contains) == true ? 1 : 0)
    }
  }

  /// The lease or the like of `address`, if there is one.
  public func allocation(of address: IPAddress) -> Allocation? {
    let place = place(of: address)
    return place < allocations.count && allocations[place].address == address
      ? allocations[place] : nil
  }

  /// The addresses of a range that are not free.
  public func allocations(in range: AddressRange) -> ArraySlice<Allocation> {
    allocations[place(of: range.first)...].prefix { range.contains($0.address) }
  }

  /// Of the first allocation that is not before `address`.
  private func place(of address: IPAddress) -> Int {
    var low = 0
    var high = allocations.count
    while low < high {
      let middle = (low + high) / 2
      if allocations[middle].address < address { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
