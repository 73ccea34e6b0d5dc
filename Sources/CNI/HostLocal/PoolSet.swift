public import Addressing

/// A set of host-local's ranges: each container gets one address out of one of them.
public struct PoolSet: Hashable, Sendable {
  /// At least one; all of one family, none overlapping.
  public let pools: [AddressPool]

  public init(_ configs: [RangeConfig]) throws(FormatFailure) {
    var pools: [AddressPool] = []
    for config in configs {
      let pool = try AddressPool(config)
      let fits = pools.allSatisfy {
        $0.subnet.address.family == pool.subnet.address.family && !$0.range.overlaps(pool.range)
      }
      guard fits else { throw .invalid(key: "ranges", value: pool.range.description) }
      pools.append(pool)
    }
    guard !pools.isEmpty else { throw .missing(key: "subnet") }
    self.pools = pools
  }

  public var family: IPAddress.Family { pools[0].subnet.address.family }

  public var capacity: UInt128 {
    pools.reduce(0) { $0.addingReportingOverflow($1.capacity).partialValue }
  }

  /// Whether host-local would give it out.
  public func contains(_ address: IPAddress) -> Bool { pools.contains { $0.contains(address) } }

  public func isGateway(_ address: IPAddress) -> Bool { pools.contains { $0.gateway == address } }
}

extension PoolSet {
  fileprivate func overlaps(_ other: PoolSet) -> Bool {
    pools.contains { pool in other.pools.contains { pool.range.overlaps($0.range) } }
  }
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
    for configs in ranges {
      let set = try PoolSet(configs)
      guard !sets.contains(where: set.overlaps) else {
        throw .invalid(key: "ranges", value: configs[0].subnet)
      }
      sets.append(set)
    }
    return sets
  }
}
