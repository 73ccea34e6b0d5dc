public import Addressing
public import Formats

/// A set of host-local's ranges: each container gets one address out of one of them.
public struct PoolSet: Hashable, Sendable {
  /// At least one; all of one family, none overlapping.
  public let pools: [AddressPool]
  private let index: RangeIndex

  public init(_ configs: [RangeConfig]) throws(FormatFailure) {
    var pools: [AddressPool] = []
    for config in configs {
      let pool = try AddressPool(config)
      if let first = pools.first, first.family != pool.family {
        throw .invalid(key: "ranges", value: pool.range.description)
      }
      pools.append(pool)
    }
    guard !pools.isEmpty else { throw .missing(key: "subnet") }
    index = RangeIndex(pools.map(\.range))
    if let (_, later) = index.overlap {
      throw .invalid(key: "ranges", value: pools[later].range.description)
    }
    self.pools = pools
  }

  public var family: IPAddress.Family { pools[0].family }

  public var capacity: UInt128 {
    pools.reduce(0) { $0.addingReportingOverflow($1.capacity).partialValue }
  }

  /// The place of the range that has the address, the gateway's perhaps.
  func place(of address: IPAddress) -> Int? { index.place(of: address) }

  func pool(of address: IPAddress) -> AddressPool? { place(of: address).map { pools[$0] } }

  /// Whether host-local would give it out.
  public func contains(_ address: IPAddress) -> Bool {
    pool(of: address)?.contains(address) ?? false
  }

  public func isGateway(_ address: IPAddress) -> Bool { pools.contains { $0.gateway == address } }
}

extension IPAMConfig {
  /// The sets of a `host-local` configuration, in the order of `last_reserved_ip.N`; none for
  /// another type. Throws what the plugin would refuse.
  public func poolSets() throws(FormatFailure) -> [PoolSet] {
    type == "host-local" ? try PoolSet.all(ranges) : []
  }
}

extension PoolSet {
  /// Sets of which no two overlap.
  static func all(_ ranges: [[RangeConfig]]) throws(FormatFailure) -> [PoolSet] {
    var sets: [PoolSet] = []
    for configs in ranges { sets.append(try PoolSet(configs)) }
    let pools = sets.flatMap(\.pools)
    if let (_, later) = RangeIndex(pools.map(\.range)).overlap {
      throw .invalid(key: "ranges", value: pools[later].range.description)
    }
    return sets
  }
}
